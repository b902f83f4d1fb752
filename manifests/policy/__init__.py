"""The policy pack: one `site.toml`, every format that administrators' tools read, and a linter that reads them back."""

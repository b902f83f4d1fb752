"""Windows: the same registry values by PowerShell, for tools that run scripts (Intune remediations, Configuration Manager)."""

from __future__ import annotations

import re

from . import registry
from .site import Site

_HEAD = """# {title} of Click to Call for Webex for {organisation}. Made by `build.py policies`.
$ErrorActionPreference = 'Stop'
"""

_DETECT = """$wrong = @($values | Where-Object {
    $item = Get-Item -LiteralPath $_.Path -ErrorAction SilentlyContinue
    ($null -eq $item) -or ($item.GetValue($_.Name) -cne $_.Value)
})
if ($wrong.Count -gt 0) {
    $wrong | ForEach-Object { Write-Output "not as wanted: $($_.Path) $($_.Name)" }
    exit 1
}
Write-Output "all $($values.Count) values are as wanted"
exit 0
"""

_SET = """foreach ($value in $values) {
    if (-not (Test-Path -LiteralPath $value.Path)) { New-Item -Path $value.Path -Force | Out-Null }
    New-ItemProperty -LiteralPath $value.Path -Name $value.Name -PropertyType $value.Type -Value $value.Value -Force | Out-Null
}
exit 0
"""

_REMOVE = """foreach ($key in $own) {
    if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force }
}
foreach ($value in $values) {
    if (Test-Path -LiteralPath $value.Path) {
        Remove-ItemProperty -LiteralPath $value.Path -Name $value.Name -Force -ErrorAction SilentlyContinue
    }
}
# Keys that are empty now go too, innermost first; a key that somebody else uses stays.
foreach ($path in ($values.Path + ($own | Split-Path) | Sort-Object -Property Length -Descending -Unique)) {
    while (($path -like 'HKLM:\\SOFTWARE\\Policies\\*') -and (Test-Path -LiteralPath $path)) {
        $item = Get-Item -LiteralPath $path
        if (($item.ValueCount + $item.SubKeyCount) -gt 0) { break }
        Remove-Item -LiteralPath $path -Force
        $path = Split-Path -Path $path
    }
}
exit 0
"""


def scripts(site: Site) -> dict[str, str]:
    """File name to content: set, detect and remove."""
    rows = registry.values(site)
    own = "$own = @(\n" + ",\n".join(f"    {_quoted('HKLM:' + chr(92) + key)}" for key in registry.own_roots(rows)) + "\n)\n"
    return {
        "set.ps1": _head(site, "Set the policies") + _table(rows) + _SET,
        "detect.ps1": _head(site, "Detect the policies") + _table(rows) + _DETECT,
        "remove.ps1": _head(site, "Remove the policies") + own + _table([row for row in rows if not row.own]) + _REMOVE,
    }


def _head(site: Site, title: str) -> str:
    return _HEAD.format(title=title, organisation=" ".join(site.organisation.split()))


def _table(rows: list[registry.Value]) -> str:
    return "$values = @(\n" + ",\n".join(
        f"    @{{ Path = {_quoted('HKLM:' + chr(92) + row.key)}; Name = {_quoted(row.name)}; "
        + (f"Type = 'DWord'; Value = {row.data} }}" if isinstance(row.data, int) else f"Type = 'String'; Value = {_quoted(row.data)} }}")
        for row in rows) + "\n)\n"


def wrong(raw: bytes) -> list[str]:
    """Places of errors of syntax."""
    import tree_sitter_powershell
    from tree_sitter import Language, Parser

    found, nodes = [], [Parser(Language(tree_sitter_powershell.language())).parse(raw).root_node]
    while nodes:
        node = nodes.pop()
        if node.is_error or node.is_missing:
            found.append(f"line {node.start_point[0] + 1}")
        elif node.has_error:
            nodes += node.children
    return sorted(found)


_TEXT = "'((?:[^']|'')*)'"
_ROW = re.compile(rf"@\{{ Path = 'HKLM:\\((?:[^']|'')*)'; Name = {_TEXT}; Type = '(?:DWord'; Value = (\d+)|String'; Value = {_TEXT}) \}}")
_KEY = re.compile(r"^    'HKLM:\\((?:[^']|'')*)'", re.M)


def values(text: str) -> list[registry.Value]:
    """The registry values that a script of ours names."""
    return [registry.Value(_plain(key), _plain(name), int(number) if number else _plain(data))
            for key, name, number, data in _ROW.findall(text)]


def decode(raw: bytes) -> dict[str, dict]:
    """Browser id (or ``host``) to the policy document that a script of ours sets."""
    return registry.decode(registry.by_key(values(raw.decode("utf-8-sig"))))


def keys(text: str) -> list[str]:
    """The keys that remove.ps1 deletes whole."""
    return [_plain(key) for key in _KEY.findall(text)]


def work(text: str) -> str:
    """What a script does, without the values and keys that it does it with."""
    left = _KEY.sub("", _ROW.sub("", text.split("\n", 1)[-1]))
    return "\n".join(line for line in left.split("\n") if line.strip(" ,"))


def _plain(text: str) -> str:
    return re.sub(r"(['‘’‚‛])\1", r"\1", text)


def _quoted(text: str) -> str:
    """A verbatim string; PowerShell also ends one at a typographic quote, so those are doubled as well."""
    return "'" + "".join(character * 2 if character in "'‘’‚‛" else character for character in text) + "'"

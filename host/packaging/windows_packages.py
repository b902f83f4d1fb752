"""The host frozen on Windows as .zip and .msi. The MSI registers the host for every browser by itself: no script runs.

wixl (msitools) builds the MSI, and wixl runs on Linux: there from a folder that was frozen on Windows or under Wine.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from xml.etree import ElementTree as xml

from webex_click_to_call.install import manifest
from webex_click_to_call.install.browsers import all_browsers

from .archives import tree, zipped

NAME = "webex-click-to-call"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:webex-click-to-call:msi")
_EVENTS = rf"SYSTEM\CurrentControlSet\Services\EventLog\Application\{NAME}"


def build(frozen: Path, version: str, out: Path, extension_ids: tuple[str, ...] = ()) -> list[Path]:
    """Make both from a frozen host; ``extension_ids``: allowed beside the published ones (an organisation's own key)."""
    archive = out / f"{NAME}-{version}-windows-x86_64.zip"
    files = {**tree(frozen), **manifests(extension_ids)}
    archive.write_bytes(zipped({f"{NAME}/{name}": content for name, content in files.items()}))
    if shutil.which("wixl") is None:  # the workflow makes the .msi on Linux, from this very archive
        return [archive]
    return [archive, msi(files, version, out / f"{NAME}-{version}-x64.msi")]


def manifests(extension_ids: tuple[str, ...]) -> dict[str, bytes]:
    """The host manifests; on Windows their path may be relative to themselves."""
    return {f"{family}.json": (json.dumps(manifest.render(family, f"{NAME}.exe", extension_ids), indent=2) + "\n").encode()
            for family in ("chromium", "firefox")}


def msi(files: dict[str, bytes], version: str, target: Path) -> Path:
    """An MSI of the files, per machine."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        for name, content in files.items():
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).write_bytes(content)
        source = stage / "product.wxs"
        source.write_bytes(b'<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(_product(sorted(files), version)))
        done = subprocess.run(["wixl", "-a", "x64", "-o", target.resolve(), source.name], cwd=stage, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return target


def _product(names: list[str], version: str) -> xml.Element:
    top = xml.Element("Wix", {"xmlns": "http://schemas.microsoft.com/wix/2006/wi"})
    product = xml.SubElement(top, "Product", {
        "Name": "Click to Call for Webex, native host", "Manufacturer": "Click to Call for Webex contributors", "Language": "1033",
        "Id": _guid(f"product {version}"), "UpgradeCode": _guid("upgrade"), "Version": version})
    xml.SubElement(product, "Package", {"InstallScope": "perMachine", "InstallerVersion": "500", "Compressed": "yes"})
    xml.SubElement(product, "MajorUpgrade", {"DowngradeErrorMessage": "A newer version is installed; remove it first."})
    xml.SubElement(product, "Media", {"Id": "1", "Cabinet": "host.cab", "EmbedCab": "yes"})
    system = xml.SubElement(product, "Directory", {"Id": "TARGETDIR", "Name": "SourceDir"})
    programs = xml.SubElement(system, "Directory", {"Id": "ProgramFiles64Folder"})
    place = xml.SubElement(programs, "Directory", {"Id": "INSTALLDIR", "Name": "Webex Click to Call"})
    feature = xml.SubElement(product, "Feature", {"Id": "Host", "Level": "1"})
    folders = {"": place}
    for name in names:
        _file(name, folders, feature)
    part = _component(place, feature, "registration")
    # Several browsers read Chrome's key: each key once.
    for place_of, family in {row.places["system"].removeprefix("HKLM\\"): row.family for row in all_browsers("windows")}.items():
        _value(part, f"{place_of}\\{manifest.host_name()}", None, f"[INSTALLDIR]{family}.json")
    _value(part, _EVENTS, "EventMessageFile", r"%SystemRoot%\System32\EventCreate.exe")
    _value(part, _EVENTS, "TypesSupported", "7", "integer")
    return top


def _file(name: str, folders: dict[str, xml.Element], feature: xml.Element) -> None:
    parent = ""
    for step in name.split("/")[:-1]:
        below = f"{parent}/{step}".strip("/")
        if below not in folders:
            folders[below] = xml.SubElement(folders[parent], "Directory", {"Id": _id("d", below), "Name": step})
        parent = below
    part = _component(folders[parent], feature, name)
    xml.SubElement(part, "File", {"Id": _id("f", name), "Source": name, "KeyPath": "yes"})


def _component(parent: xml.Element, feature: xml.Element, name: str) -> xml.Element:
    identifier = _id("c", name)
    xml.SubElement(feature, "ComponentRef", {"Id": identifier})
    return xml.SubElement(parent, "Component", {"Id": identifier, "Guid": _guid(name), "Win64": "yes"})


def _value(part: xml.Element, key: str, name: str | None, value: str, kind: str = "string") -> None:
    xml.SubElement(part, "RegistryValue", {"Root": "HKLM", "Key": key, **({"Name": name} if name else {}), "Type": kind, "Value": value,
                                           **({"KeyPath": "yes"} if part.find("RegistryValue") is None else {})})


def _guid(name: str) -> str:
    return str(uuid.uuid5(_OURS, name)).upper()


def _id(kind: str, name: str) -> str:
    return f"{kind}{hashlib.sha256(name.encode()).hexdigest()[:16]}"

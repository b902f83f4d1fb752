"""CRX3: a ZIP archive with the signature that fixes the extension's id.

Source: https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto
"""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

_RSA_PROOFS, _SIGNED_DATA = 2, 10000
_MAKE = "make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out KEY.pem"


def key(path: Path) -> rsa.RSAPrivateKey:
    """The RSA key in a PEM file. Raises ValueError, saying what to do, for anything else."""
    try:
        found = serialization.load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:  # TypeError: the key has a password
        reason = error.strerror if isinstance(error, OSError) else "it is no PEM key without a password"
        raise ValueError(f"{path} cannot be read: {reason}; {_MAKE}") from None
    if not isinstance(found, rsa.RSAPrivateKey):
        raise ValueError(f"{path} holds no RSA key; {_MAKE}")
    return found


def development_key(path: Path) -> rsa.RSAPrivateKey:
    """A key for this checkout alone, made once."""
    if not path.exists():
        made = rsa.generate_private_key(65537, 2048)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600)
        path.write_bytes(made.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return key(path)


def public(private: rsa.RSAPrivateKey) -> bytes:
    """The public key, DER: what the manifest's `key` holds in base64."""
    return private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)


def identifier(private: rsa.RSAPrivateKey) -> str:
    """The extension id: the first 16 bytes of the public key's SHA-256, hex digits as a to p."""
    return "".join(chr(ord("a") + int(digit, 16)) for digit in hashlib.sha256(public(private)).hexdigest()[:32])


def pack(archive: bytes, private: rsa.RSAPrivateKey) -> bytes:
    """The CRX of a ZIP archive; the same bytes for the same archive and key."""
    der = public(private)
    signed = _field(1, hashlib.sha256(der).digest()[:16])
    signature = private.sign(
        b"CRX3 SignedData\x00" + struct.pack("<I", len(signed)) + signed + archive, padding.PKCS1v15(), hashes.SHA256()
    )
    header = _field(_RSA_PROOFS, _field(1, der) + _field(2, signature)) + _field(_SIGNED_DATA, signed)
    return b"Cr24" + struct.pack("<II", 3, len(header)) + header + archive


def _field(number: int, content: bytes) -> bytes:
    """A length-delimited field of a protocol buffer."""
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])

"""The files of a release that can be handed out as they are."""

from collections.abc import Mapping

from redactor.release.build import Release


def public_files(release: Release) -> Mapping[str, bytes]:
    """Give the public folder's files by name. UTF-8, line ends as LF."""
    return {"release.txt": release.text.encode()}

"""Packs of as many charts as wanted, made of those of the gallery."""

import re
import shutil


class Gallery:
    """The gallery's pack, with the text of each of its charts by name."""

    def __init__(self, folder):
        self.folder = folder
        text = (folder / "pack.yaml").read_text(encoding="utf-8")
        self.head, charts = re.fullmatch(r"(.*^charts:\n)(.*)", text, re.M | re.S).groups()
        parts = re.split(r"^  - id: (\S+)\n", charts, flags=re.M)
        self.charts = dict(zip(parts[1::2], parts[2::2]))
        self.names = list(self.charts)

    def write(self, target, names):
        """A pack of these charts, each under a name of its own. Returns its folder."""
        shutil.copytree(self.folder, target, dirs_exist_ok=True)
        charts = (f"  - id: chart-{number}\n{self.charts[name]}" for number, name in enumerate(names))
        (target / "pack.yaml").write_text(self.head + "".join(charts), encoding="utf-8")
        return target


def template(briefing):
    """The styles of a template with nothing in the body but all charts, one after another."""
    styles = re.match(r".*?^body:\n", briefing.read_text(encoding="utf-8"), re.M | re.S).group()
    return styles + """  - section: body
    do:
      - heading: "{title}"
      - figure: chart
        for: chart in charts
        caption: "{chart.title}"
        subtitle: "{chart.subtitle}"
"""

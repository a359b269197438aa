#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Mezasu authors
# SPDX-License-Identifier: Apache-2.0
#
# The board pack as slides, read by Python's own zip and XML: a whole package, the texts of the PDF, tables and shapes that
# can be edited, a firm's own slides, hostile templates and texts, and LibreOffice where it is there.
import copy
import io
import json
import os
import pathlib
import posixpath
import re
import resource
import shutil
import subprocess
import time
import unicodedata
import zipfile
from xml.etree import ElementTree

from driver import CLI, ENVIRONMENT, FOLDER, MODELS, check, equal, finish, parse, run

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SAMPLE = MODELS / "ec-site.json"
os.chdir(FOLDER)


class Deck:
    """A presentation, and what is wrong with it as a package."""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.faults = [] if self.zip.testzip() is None else ["a part is damaged"]
        self.parts = {name: ElementTree.fromstring(self.zip.read(name)) for name in self.names
                      if name.endswith((".xml", ".rels"))}
        self.check_types()
        self.links = {}
        for name in self.names:
            if name.endswith(".rels"):
                self.check_links(name)
        self.check_references()
        main = self.links["ppt/presentation.xml"]
        self.slides = [main[node.get(R + "id")][1] for node in self.parts["ppt/presentation.xml"].iter(P + "sldId")]

    def check_types(self):
        root = self.parts["[Content_Types].xml"]
        special = {node.get("PartName").lstrip("/") for node in root.iter(TYPES + "Override")}
        endings = {node.get("Extension") for node in root.iter(TYPES + "Default")}
        for name in self.names:
            if name not in special and name.rsplit(".", 1)[-1] not in endings:
                self.faults.append(f"{name} has no type")
        self.faults += [f"{name} has a type and is missing" for name in special if name not in self.names]
        if len(set(self.names)) != len(self.names):
            self.faults.append("a part stands twice")

    def check_links(self, name):
        folder, file = name.split("_rels/")
        source = folder + file[:-len(".rels")]
        links = self.links.setdefault(source, {})
        for node in self.parts[name].iter(RELATION):
            if node.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/" + folder, node.get("Target"))).lstrip("/")
            links[node.get("Id")] = (node.get("Type").rsplit("/", 1)[-1], target)
            if target not in self.names:
                self.faults.append(f"{source} points to {target}, which is missing")

    def check_references(self):
        for name, root in self.parts.items():
            used = {value for node in root.iter() for key, value in node.attrib.items() if key.startswith(R)}
            self.faults += [f"{name} uses {one} without a target" for one in used - set(self.links.get(name, {}))
                            if one and not name.endswith(".rels")]
            if name.startswith("ppt/slides/"):
                numbers = [node.get("id") for node in root.iter(P + "cNvPr")]
                if len(set(numbers)) != len(numbers):
                    self.faults.append(f"{name} numbers two shapes alike")

    def related(self, name, kind):
        return [target for is_kind, target in self.links[name].values() if is_kind == kind]

    def texts(self, name):
        """Each paragraph of a part."""
        return ["".join(" " if node.tag == A + "br" else node.text or "" for node in paragraph.iter()
                        if node.tag in (A + "t", A + "br")) for paragraph in self.parts[name].iter(A + "p")]

    def title(self, name):
        for shape in self.parts[name].iter(P + "sp"):
            place = shape.find(f".//{P}ph")
            if place is not None and place.get("type") in ("title", "ctrTitle"):
                return "".join(node.text or "" for node in shape.iter(A + "t"))
        return None

    def notes(self, name):
        return self.texts(self.related(name, "notesSlide")[0])


def plain(text):
    """Letters without spaces, which programs break and set differently."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def make(name, *options, file=SAMPLE, language="ja"):
    done = run("--lang", language, "report", file, "-o", name, *options)
    equal((done.returncode, done.stderr), (0, ""), f"{name} is written")
    return name


def pdf_pages(path):
    out = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    return out.split("\f")[:-1]


def same_as_pdf(language, paper):
    deck = Deck(make(f"{language}.pptx", "--paper", paper, language=language))
    equal(deck.faults, [], f"every part is there, parses and has its type ({language}, {paper})")
    pages = pdf_pages(make(f"{language}.pdf", "--paper", paper, language=language))
    equal(len(deck.slides), len(pages), "as many slides as pages")
    lost, untitled, shapes, tables = [], [], 0, 0
    for slide, page in zip(deck.slides, pages):
        on_page = plain(page)
        untitled += [] if deck.title(slide) else [slide]
        shapes += sum(1 for _ in deck.parts[slide].iter(P + "sp"))
        tables += sum(1 for _ in deck.parts[slide].iter(A + "tbl"))
        # Amounts and marks stand on one line, so they can be looked for.
        for text in deck.texts(slide):
            for number in re.findall(r"[△−-]?\d[\d,.]*", text):
                if plain(number) not in on_page:
                    lost.append((slide, number))
    equal(lost, [], "every figure of every slide is on the page of the PDF")
    equal(untitled, [], "every slide has its message in the place for a title")
    check(shapes > 500 and tables >= 6, "pictures are shapes and tables are tables", f"{shapes} {tables}")
    return deck


def man(yen):
    """An amount in units of ten thousand, half away from zero, as a Japanese table has it."""
    return ("△" if yen <= -5000 else "") + f"{(abs(yen) + 5000) // 10000:,}"


def rows_of(deck):
    """Rows of all tables by their first cell, without the mark of assumptions."""
    rows = {}
    for slide in deck.slides:
        for row in deck.parts[slide].iter(A + "tr"):
            cells = ["".join(node.text or "" for node in cell.iter(A + "t")).rstrip("※") for cell in row.iter(A + "tc")]
            rows.setdefault(cells[0], cells)
    return rows


def figures_are_those_of_the_analysis(deck):
    analysis = parse(run("--lang", "ja", "analyse", SAMPLE, "--json").stdout)
    rows = rows_of(deck)
    for name, field in (("正味現在価値", "npv"), ("投資総額", "total_investment"), ("年間の損失見込み（実施後）", "ale")):
        wanted = [man(one[field]["yen"]) for one in analysis["scenarios"]]
        equal(rows.get(name, [""])[1:], wanted, f"{field} of every scenario is that of the analysis")
    losses = {risk["code"]: man(risk["ale"]["yen"]) for risk in analysis["risks"]}
    equal({code: rows[code][-1] for code in losses if code in rows}, losses, "so is the loss of every risk")
    chosen = next(one for one in analysis["scenarios"] if one["recommended"])
    said = man(chosen["npv"]["yen"]) + "万円"
    check(any(said in text for text in deck.texts(deck.slides[0])), f"the present value {said} is on the first slide")
    notes = "\n".join(deck.notes(deck.slides[0]))
    check("R-01" in notes and said in notes, "the notes tell figures and the records behind them", notes[:400])


def shapes_can_be_edited(deck):
    first = deck.parts[deck.slides[0]]
    groups = [group for group in first.iter(P + "grpSp")]
    check(len(groups) == 3 and all(group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name") for group in groups),
          "each picture is a group with a name")
    check(all(group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") for group in groups[:2]),
          "and with what a screen reader says")
    marks = [shape for shape in groups[0].iter(P + "sp")
             if shape.find(f".//{A}prstGeom") is not None and shape.find(f".//{A}prstGeom").get("prst") == "ellipse"]
    numbers = {"".join(node.text for node in shape.iter(A + "t")) for shape in marks}
    check({"1", "2", "3"} <= numbers, "marks of the heat map carry their number as their own text", numbers)
    # An edit as a person would make it: another text and another place for a mark.
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name in deck.names:
            root = deck.parts.get(name)
            if name == deck.slides[0]:
                root = copy.deepcopy(root)
                next(node for node in root.iter(A + "t")).text = "edited"
                next(root.iter(A + "off")).set("x", "12345")
            out.writestr(name, deck.zip.read(name) if root is None or name != deck.slides[0]
                         else ElementTree.tostring(root))
    edited = Deck(io.BytesIO(buffer.getvalue()))
    check(edited.faults == [] and edited.title(edited.slides[0]) == "edited", "an edited slide is whole")
    kinds = {place.get("type") for name in deck.names if name.startswith("ppt/slideMasters/slideMaster")
             for place in deck.parts[name].iter(P + "ph")}
    check({"title", "body", "sldNum"} <= kinds, "the master has places for title, body and number", kinds)
    numbers = [field.get("type") for field in deck.parts[deck.slides[2]].iter(A + "fld")]
    equal(numbers, ["slidenum"], "the number of a slide is a field")
    core = ElementTree.tostring(deck.parts["docProps/core.xml"], encoding="unicode")
    check("社外秘" in core and "ja-JP" in core, "the properties name confidentiality and language")
    languages = {node.get("lang") for node in first.iter(A + "rPr")}
    equal(languages, {"ja-JP"}, "every text has its language")


def logo_firm(source):
    """A firm's slides: another accent, a picture on the master, the title elsewhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "ppt/theme/theme1.xml":
                data = re.sub("<a:accent1>.*?</a:accent1>", '<a:accent1><a:srgbClr val="7A1F5C"/></a:accent1>', data)
            if name == "ppt/slideMasters/_rels/slideMaster1.xml.rels":
                data = data.replace("</Relationships>", '<Relationship Id="rId77" Type="' + R[1:-1] +
                                    '/image" Target="../media/logo.png"/></Relationships>')
            if name == "ppt/slideMasters/slideMaster1.xml":
                data = data.replace("</p:spTree>", '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr/>'
                                    '</p:nvPicPr><p:blipFill><a:blip r:embed="rId77"/></p:blipFill><p:spPr/></p:pic></p:spTree>')
            if name == "[Content_Types].xml":
                data = data.replace("<Default ", '<Default Extension="png" ContentType="image/png"/><Default ', 1)
            new.writestr(name, data)
        new.writestr("ppt/media/logo.png", b"\x89PNG\r\n\x1a\n the firm's mark")
    return buffer.getvalue()


def own_slides():
    pathlib.Path("firm.pptx").write_bytes(logo_firm("en.pptx"))
    deck = Deck(make("ours.pptx", "--template", "firm.pptx"))
    equal(deck.faults, [], "slides on a firm's template are a whole package")
    check("ppt/media/logo.png" in deck.names, "the firm's mark stays")
    check("7A1F5C" in deck.zip.read("ppt/theme/theme1.xml").decode(), "so does its accent")
    accents = sum(1 for node in deck.parts[deck.slides[0]].iter(A + "schemeClr") if node.get("val") == "accent1")
    check(accents > 10 and b"1D4278" not in deck.zip.read(deck.slides[0]), "pictures take the accent", accents)
    layouts = {target for slide in deck.slides for target in deck.related(slide, "slideLayout")}
    equal([deck.parts[name].get("type") for name in layouts], ["titleOnly"], "slides stand on its layout for a title alone")
    sizes = [Deck(name).parts["ppt/presentation.xml"].find(P + "sldSz").attrib["cx"] for name in ("firm.pptx", "ours.pptx")]
    equal(sizes[0], sizes[1], "slides have its size")
    check(not any("en.pptx" in text for text in deck.texts(deck.slides[0])) and
          len([name for name in deck.names if name.startswith("ppt/slides/slide")]) == len(deck.slides),
          "its own slides are gone")


def hostile(name, change=None, entries=None):
    """The firm's file with one part changed, or with entries of its own."""
    with zipfile.ZipFile("firm.pptx") as old, zipfile.ZipFile("bad.pptx", "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if change is not None and part == name else data)
        for part, data in (entries or {}).items():
            new.writestr(part, data)
    return "bad.pptx"


def bad_templates():
    entity = (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l "lol">'
              b'<!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;">]>')
    master, theme = "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
    outside = (b'<Relationship Id="rId99" Type="' + R[1:-1].encode() +
               b'/image" Target="http://example.org/x.png" TargetMode="External"/></Relationships>')
    up = outside.replace(b' TargetMode="External"', b"").replace(b"http://example.org/x.png", b"../../../../etc/passwd")
    head = lambda data: entity + data.split(b"?>", 1)[1].replace(b"<a:themeElements>", b"<a:themeElements>&m;")
    cases = {
        "a text": lambda: pathlib.Path("bad.pptx").write_text("not a zip"),
        "nothing": lambda: pathlib.Path("bad.pptx").write_bytes(b""),
        "half a file": lambda: pathlib.Path("bad.pptx").write_bytes(pathlib.Path("firm.pptx").read_bytes()[:20000]),
        "another zip": lambda: zipfile.ZipFile("bad.pptx", "w").writestr("a.txt", "a"),
        "a zip bomb": lambda: hostile("", entries={"ppt/media/big.bin": bytes(300 * 1024 * 1024)}),
        "a part out of proportion": lambda: hostile("", entries={"ppt/media/big.bin": bytes(30 * 1024 * 1024)}),
        "too many parts": lambda: hostile("", entries={f"x/{i}.xml": "" for i in range(5000)}),
        "a path outside": lambda: hostile("", entries={"../../evil.xml": "x"}),
        "entities": lambda: hostile(theme, head),
        "a broken master": lambda: hostile(master, lambda data: data[:500]),
        "a picture elsewhere": lambda: hostile("ppt/slideMasters/_rels/slideMaster1.xml.rels",
                                               lambda data: data.replace(b"</Relationships>", outside)),
        "a link upwards": lambda: hostile("ppt/slideMasters/_rels/slideMaster1.xml.rels",
                                          lambda data: data.replace(b"</Relationships>", up)),
        "a missing part": lambda: hostile(theme.replace("theme1", "none"), None) and hostile(
            "ppt/slideMasters/_rels/slideMaster1.xml.rels", lambda data: data.replace(b"theme1.xml", b"gone.xml")),
        "no title": lambda: hostile("ppt/slideMasters/_rels/slideMaster1.xml.rels",
                                    lambda data: re.sub(rb"<Relationship [^>]*slideLayout[^>]*/>", b"", data)),
        "a document": lambda: hostile("[Content_Types].xml", lambda data: data.replace(
            b"presentationml.presentation.main", b"wordprocessingml.document.main")),
    }
    pathlib.Path("kept.pptx").write_bytes(b"the old one")
    before = sorted(set(os.listdir(".")) | {"bad.pptx"})
    for name, prepare in cases.items():
        prepare()
        done = run("report", SAMPLE, "-o", "kept.pptx", "--template", "bad.pptx")
        lines = done.stderr.splitlines()
        check(done.returncode == 1 and len(lines) == 1 and "bad.pptx" in lines[0], f"refuses {name} as a template",
              f"{done.returncode} {done.stderr}")
    done = run("report", SAMPLE, "-o", "kept.pptx", "--template", "none.pptx")
    equal(done.returncode, 3, "refuses a template that is not there")
    equal(pathlib.Path("kept.pptx").read_bytes(), b"the old one", "no refusal touched the old file")
    equal(sorted(os.listdir(".")), before, "no refusal left a file")
    equal(run("report", SAMPLE, "-o", "a.pdf", "--template", "firm.pptx").returncode, 2, "--template is for slides")
    equal(run("report", SAMPLE, "-o", "a.pptx", "--template", "firm.pptx", "--paper", "a4").returncode, 2,
          "--template has its own size")


def full_disk():
    """A limit on the size of files is what a full disk looks like to the writer."""
    done = subprocess.run([CLI, "report", SAMPLE, "-o", "kept.pptx"], capture_output=True, encoding="utf-8",
                          env=ENVIRONMENT, timeout=60, check=False, preexec_fn=lambda: (
                              __import__("signal").signal(__import__("signal").SIGXFSZ, __import__("signal").SIG_IGN),
                              resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000))))
    check(done.returncode == 3 and len(done.stderr.splitlines()) == 1, "says that the disk is full", done.stderr)
    equal(pathlib.Path("kept.pptx").read_bytes(), b"the old one", "and the old file is whole")
    if os.geteuid() != 0:
        os.mkdir("locked", 0o500)
        equal(run("report", SAMPLE, "-o", "locked/a.pptx").returncode, 3, "says that a folder cannot be written")


NASTY = ["<b>&amp;</b>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(A1)", "]]>", "<!--", "\"'`", "&#0;", "{{}}", "%s%n", "\\x00",
         "🙂👩‍👩‍👧", "مرحبا", "שלום", "אב 12 גד", "\u202eevil\u202c", "\u200b\u200d", "髙﨑①㍻", "〜－∥", "葛\U000E0100", "ｶﾞ",
         "e\u0301\u0301\u0301", "\ufffe", "\uffff", "\ufdd0", "\x01\x02\x1f", "\x7f\x85", "a\tb", "a\nb", "\u2028x", "A" * 300,
         "長" * 300, " lead", "trail ", "../../etc", "file:///etc/passwd", "http://example.org", "NaN", "1e999", "null"]
NASTY += [f"N{i:02d}{chr(0x20 + i)}{chr(0x300 + i)}<{i}>&{chr(0x1F600 + i)}" for i in range(len(NASTY), 99)] + ["字" * 40000]


def forbidden(text):
    """What XML 1.0 cannot carry, and marks of direction."""
    return re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u202a-\u202e\u2066-\u2069]", text)


def nasty_model(start):
    """Every text of the sample replaced by the nasty ones in turn."""
    model = json.loads(SAMPLE.read_text(encoding="utf-8"))
    count, used = start, []

    def visit(node, kind):
        nonlocal count
        for record in node:
            for field, value in record.items():
                if field in ("title", "name", "note", "vulnerability", "description", "text", "label") and value:
                    record[field] = NASTY[count % len(NASTY)]
                    if field != "note":
                        record[field] = re.sub("[\n\u2028]", " ", record[field])[:120]
                    used.append(record[field])
                    count += 1
    for kind, node in model.items():
        if isinstance(node, list):
            visit(node, kind)
        elif isinstance(node, dict):
            for inner_kind, inner in node.items():
                if isinstance(inner, list):
                    visit([one for one in inner if isinstance(one, dict)], inner_kind)
    pathlib.Path("nasty.json").write_text(json.dumps(model), encoding="utf-8")
    return used


def nasty_texts():
    used = nasty_model(0)
    check(len(set(used)) >= 100, "a hundred nasty texts stand in the fields of a firm", len(set(used)))
    done = run("report", "nasty.json", "-o", "nasty.pptx")
    if done.returncode != 0:
        # The gate of models refuses some characters; what passes it must pass the slides.
        keep = [text for text in NASTY if not re.search("[\x00-\x08\x0b-\x1f\x7f\x85\ufffe\uffff\ufdd0]", text)]
        check("nasty.json" in done.stderr, "the gate of models refuses what no text may hold", done.stderr)
        NASTY[:] = keep + [f"M{i:02d}<&>{chr(0x4E00 + i)}" for i in range(100 - len(keep))]
        used = nasty_model(0)
        done = run("report", "nasty.json", "-o", "nasty.pptx")
    equal((done.returncode, done.stderr), (0, ""), "slides are made of nasty texts")
    if done.returncode != 0:
        return
    deck = Deck("nasty.pptx")
    equal(deck.faults, [], "they are a whole package")
    texts = [text for slide in deck.slides for text in deck.texts(slide) + deck.notes(slide)]
    equal([text for text in texts if forbidden(text)], [], "nothing that XML forbids or that turns letters about")
    everything = plain("".join(texts))
    found = [text for text in set(used) if len(text) < 60 and not forbidden(text) and plain(text) in everything]
    check(len(found) > 30, "texts come back as they were typed", len(found))
    check("字" * 40000 in everything, "a text of 40,000 characters is whole in the notes of its slide")


def opens_in_impress(path, pages):
    office = shutil.which("soffice")
    if office is None:
        check(True, f"{path} is opened # SKIP no LibreOffice")
        return
    done = subprocess.run([office, f"-env:UserInstallation=file://{FOLDER}/office", "--headless", "--convert-to", "pdf",
                           "--outdir", "office-out", path], capture_output=True, env=ENVIRONMENT, timeout=200, check=False)
    result = pathlib.Path("office-out", pathlib.Path(path).stem + ".pdf")
    if done.returncode != 0 or not result.exists():
        check(True, f"{path} is opened # SKIP LibreOffice does not start here")
        return
    read = pdf_pages(result)
    equal(len(read), pages, f"LibreOffice shows {path} with as many pages")
    titles = [plain(Deck(path).title(slide)) for slide in Deck(path).slides]
    equal([title for title, page in zip(titles, read) if title not in plain(page)], [], "and every message on its page")


deck = same_as_pdf("ja", "16:9")
same_as_pdf("en", "4:3")
same_as_pdf("en", "a4")
figures_are_those_of_the_analysis(deck)
shapes_can_be_edited(deck)
make("again.pptx")
equal(pathlib.Path("again.pptx").read_bytes(), pathlib.Path("ja.pptx").read_bytes(), "equal packs are equal files")
own_slides()
bad_templates()
full_disk()
nasty_texts()
opens_in_impress("ja.pptx", len(deck.slides))
opens_in_impress("ours.pptx", len(Deck("ours.pptx").slides))
finish()

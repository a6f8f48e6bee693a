"""S: names of departments, items and measures, between sheets and against the plan."""

from cases import fault, near
from clean_books import PLANS, SOURCE

NAMED = ("minami_alps", "seki_sap3")


# -- S06: ditto

@fault("S06", plans=NAMED, count=2)
def ditto_in_a_key_field(case):
    form = case.one(case.forms[1:])
    cell = form.cells["department"]
    form.sheet.set(cell, case.one(["〃", "同上", "々"]))
    return case.expect(form, cell, "W")


@fault("S06", plans=("minami_alps",), count=2)
def ditto_for_the_item(case):
    form = case.one(case.forms[1:])
    cell = form.cells["middle"]
    form.sheet.set(cell, case.one(["〃", "同上"]))
    return case.expect(form, cell, "W")


@fault("S06", plans=("seki_sap3",), count=2)
def blank_key_field_in_a_further_block(case):
    form = case.one(case.forms[1:])
    cell = form.cells["department"]
    form.sheet.set(cell, None)
    return case.expect(form, cell, "W")


@near("S06", plans=NAMED)
def ditto_in_an_entry_box(case):
    row = case.row(lambda r: r.answered(case.closed) or r.form.layout)
    case.put(row, row.actuals[case.closed[-1]], "同上")
    return case.lawful(row, row.actuals[case.closed[-1]])


@near("S06", plans=NAMED)
def ditto_inside_a_name(case):
    form = case.form()
    form.sheet.set(form.cells["department"], "佐々木地区事務所")
    return case.lawful(form)


# -- S09, S10: against the plan

def set_department(case, name, severity):
    form = case.form()
    if case.name == "minami_alps":
        case.mastered()
    cell = form.cells["department"]
    form.sheet.set(cell, name(form.measure["departments"][0]))
    return case.expect(form, cell, severity)


@fault("S09", plans=NAMED)
def unknown_department(case):
    return set_department(case, lambda old: case.one(["未来創造推進室", "港湾空港局", "動物園管理事務所"]),
                          "E")


@fault("S09", plans=NAMED)
def department_one_character_off(case):
    return set_department(case, lambda old: old[:-1] + "科", "W")


@fault("S09", plans=("seki_sap3",))
def department_of_an_old_name(case):
    text = (SOURCE / "templates" / case.name / "layout.toml").read_text("utf-8")
    path = case.folder / "layout.toml"
    path.write_text(text.replace("[departments]\n", '[departments]\n"企画政策課" = "企画広報課"\n'),
                    "utf-8")
    case.options += ["--layout", str(path)]
    form = case.form()
    form.sheet.set(form.cells["department"], "企画政策課")
    return case.expect(form, form.cells["department"], "W")


@near("S09", plans=NAMED)
def departments_joined(case):
    joined = {"minami_alps": "財政課及び管財課、納税課", "seki_sap3": "秘書課・会計課及び関係課"}
    form = case.form()
    if case.name == "minami_alps":
        case.mastered()
    form.sheet.set(form.cells["department"], joined[case.name])
    return case.lawful(form)


@near("S09", plans=("minami_alps",))
def no_list_of_departments(case):
    form = case.form()
    form.sheet.set(form.cells["department"], "未来創造推進室")
    return case.lawful(form)


def set_item(case, change, severity, form=None):
    form = form or case.form()
    cell = form.cells["middle"]
    old = form.sheet.get(cell)
    form.sheet.set(cell, old[0] + change(old[1:].strip()))
    return case.expect(form, cell, severity)


@fault("S10", plans=("minami_alps",))
def item_not_in_the_outline(case):
    case.mastered()
    return set_item(case, lambda title: "観光と農業による地域の魅力の発信", "E")


@fault("S10", plans=("minami_alps",))
def item_one_character_off(case):
    case.mastered()
    place = case.rng.randint(1, 4)
    return set_item(case, lambda t: t[:place] + "新" + t[place + 1:], "W")


@fault("S10", plans=("minami_alps",), count=2)
def one_number_with_two_titles(case):
    same = [(a, b) for i, a in enumerate(case.forms) for b in case.forms[i + 1:]
            if a.measure["group"] == b.measure["group"]]
    first, second = case.one(same)
    place = set_item(case, lambda t: "広域の連携による効率のよい行政の推進", "W", second)
    return case.expect([first, second], place.cells, "W")


@fault("S10", plans=("minami_alps",), count=2)
def one_title_begins_with_the_other(case):
    same = [(a, b) for i, a in enumerate(case.forms) for b in case.forms[i + 1:]
            if a.measure["group"] == b.measure["group"]]
    first, second = case.one(same)
    place = set_item(case, lambda t: t[:-4], "W", second)
    return case.expect([first, second], place.cells, "W")


@near("S10", plans=("minami_alps",), count=2)
def item_with_a_space(case):
    if case.rng.random() < 0.5:
        case.mastered()
    form = case.one(case.forms[1:])
    set_item(case, lambda title: " " + title, "W", form)
    return case.lawful()


@near("S10", plans=("minami_alps",))
def no_outline_to_hold_against(case):
    set_item(case, lambda title: "観光と農業による地域の魅力の発信", "W", case.forms[0])
    if len({f.measure["group"] for f in case.forms}) < len(case.forms):
        return case.lawful("〇")  # then it is one number with two titles
    return case.lawful()


# -- S11, S12: lists and numbers

def contents(case, change):
    """A list of the measures' titles in front of a clerk; `change` alters one title."""
    chosen = case.one(case.forms)
    lines = [["一覧", None], ["番号", "主な取組み"]]
    for form in case.forms:
        title = form.measure["title"]
        lines.append([form.measure["id"], change(title) if form is chosen else title])
    case.book.add_sheet("一覧", lines)
    line = lines.index(next(x for x in lines if x[0] == chosen.measure["id"])) + 1
    return chosen, {f"A{line}", f"B{line}", chosen.cells["title"]}


@fault("S11", plans=PLANS, count=2)
def list_with_another_title(case):
    def other(title):
        changed = (title[:-1] + "化", title.replace("の", "や", 1) + "等",
                   title[:2] + "・" + title[2:] + "について")
        return case.one(c for c in changed if c != title)    # …のクラウド化 ends so itself

    form, cells = contents(case, other)
    return case.expect(["一覧", form], cells, "W")


@near("S11", plans=PLANS, count=2)
def list_with_spaces(case):
    contents(case, lambda t: t[:3] + " " + t[3:])
    return case.lawful()


@fault("S12", plans=("seki_sap3",), count=2)
def number_twice(case):
    first, second = case.forms[0], case.one(case.forms[1:])
    second.sheet.set(second.cells["number"], first.sheet.get(first.cells["number"]))
    cells = {f.cells[k] for f in (first, second) for k in ("number", "title")}
    return case.expect([first, second], cells, "W")


@fault("S12", plans=("seki_sap3", "minami_alps"), count=2)
def one_title_with_two_numbers(case):
    first, second = case.forms[0], case.one(case.forms[1:])
    second.sheet.set(second.cells["title"], first.measure["title"])
    cells = {f.cells[k] for f in (first, second) for k in ("number", "title") if k in f.cells}
    return case.expect([first, second], cells, "W")


@near("S12", plans=("seki_sap3", "seki_plan", "kanuma"), count=2)
def numbers_missing_between(case):
    return case.lawful()


# -- S13: editions of the plan

OLD_EDITION = ("第4次南アルプス市行政改革実施計画", "第４次行政改革実施計画")


@fault("S13", plans=("minami_alps",))
def other_edition_among_related_plans(case):
    form = case.form()
    cell = form.cells["related_plans"]
    form.sheet.set(cell, case.one(OLD_EDITION))
    return case.expect(form, cell, "W")


@fault("S13", plans=("minami_alps",))
def this_plan_with_another_number(case):
    form = case.form()
    cell = form.cells["current_state"]
    form.sheet.set(cell, f"この計画（{case.one(OLD_EDITION)}）で見直しを進めている。")
    return case.expect(form, cell, "W")


@near("S13", plans=("minami_alps",))
def edition_of_another_plan(case):
    form = case.form()
    form.sheet.set(form.cells["related_plans"],
                   case.one(["第3次南アルプス市総合計画", "第2期地域福祉計画", "第5次行政改革実施計画"]))
    form.sheet.set(form.cells["current_state"], "第4次実施計画の間に、窓口を2か所に減らした。")
    return case.lawful(form)

"""Which indicator a quantity belongs to: the subject of its clause, the noun it counts, or what the sentence spoke of before."""

from __future__ import annotations

import re

from luoshi.catalogue import either
from luoshi.extraction import indicators, lists, thresholds, word_kinds
from luoshi.extraction.clauses import Reading, Sentence, Words
from luoshi.extraction.phrases import Left, read_left
from luoshi.extraction.quantity import Quantity

_CLAUSES = re.compile(r"[，；：]")
_DOING = frozenset(
    ("完成", "实现", "有", "共有", "拥有", "现有", "安排")
)  # verbs that state a level or, without a subject, a thing done
_GOES_TO = re.compile(r"(?:投向|用于|投入|来自|进入|集中|实现|流向)[一-鿿]")  # 财政支出近八成 | 投向民生
_MORE_OF_IT = frozenset(("新增", "净增", "新建", "新开工", "累计新增", "新登记", "新设", "在建", "在用", "在研"))
_IN_WHOLE = re.compile(r"在(?:全[国省市区球]|世界|[东西中北南]{1,2}部)[一-鿿]{0,2}")
_INDUSTRY = re.compile(
    r"[一-鿿“”]{2,12}?(?:产业|行业|业)(?!链|集群|园|化|基地|带|结构|体系|发展|升级|转型|务|绩)(?=[一-鿿]{2})"
)
_PARAGRAPH, _SENTENCES_BEFORE = 300, 5  # characters and sentences in which a measured thing may stand
_COUNTED_NEXT = re.compile(r"\d[\d.,]*(?:多|余)?[万亿]?[个项家条座处所](?P<noun>[^，。；、\d]{2,20})")
_SPENT = frozenset(("投资", "总投资", "投入", "投入资金"))
_MADE = re.compile(r"(?:的|了)?(?:实施|建设|新建|完成|改造|建成|开展|启动)(?:了|的)?(?P<noun>[一-鿿“”]{2,})")
_STEP = re.compile(r"(?:连续|接连|先后)?(?:跨越|连跨|跨过|跨上|迈上|迈过|跃上|突破|站上)")
_STEPPED = ("台阶", "大关", "关口")
_STEPS = re.compile(r"[一两三四五六七八九\d]*个?新?(?:台阶|大关|关口)")
_AIMED_AT = re.compile(r"的?(?:目标|任务|要求|安排)")
_CONTRIBUTED = re.compile(r"贡献了?(?P<whole>全[国省市区球]|世界)$")  # 贡献了全国 24 % 的 | 增量
_COVERS = re.compile(r"[一-鿿”](?:覆盖|惠及)(?!率|面)")
_ALL_OF = re.compile(r"(?:全[国省市区县疆]|所有)$")
_THING = re.compile(r"(?![和与及并或的])[一-鿿“”]{2,}")
_LEAVING_OUT = re.compile(
    r"(?:若|如)?(?:剔除|扣除|还原)[一-鿿]{2,20}?(?:因素|影响|后)|按[一-鿿]{2,12}(?:折合|折算|计算)|其中|[分从][一-鿿]{1,4}看"
)
_LEAVING_STARTS = frozenset("若如剔扣还按其分从")
_TIERS = ("本级", "直")
_PLAN_STARTS = frozenset("仅超为占完达全年调计预目")
_TIER = re.compile(r"(?:其中)?[省市区县州旗]?(?:本级|直)")
_OF_PLAN = re.compile(
    r"(?:仅|超额)?(?:为|占|完成|达到?)?(?P<plan>(?:全?年|年度|年初|调整)?(?:计划|预算|目标)(?:任务)?)的?"
)
OF_AIM = re.compile(rf"的?(?:(?:{either('figures', 'aim')}|增长)的?)*目标")  # 高于 5.5% | 的预期目标
_KINDS = re.compile(r"[\d一二三四五六七八九十]+大?类$")
_COUNTED_THINGS = re.compile(
    r"[一-鿿]{0,6}(?:国家|地区|省份|省区市|城市|县|市|区|乡镇|村|社区|园区|学校|医院|企业|家庭)(?:（[^（）]{1,6}）)?"
)
_GOES_ON = re.compile(r"和(?![美谐平睦])|与(?!会)|及(?!时)|并(?![网购])|或")
_NEW_STATEMENT = re.compile(r"新[晋增建获培认入]")


def list_names(sentence: Sentence, left: Left, units: list[str], *, changes: bool) -> list[str] | None:
    """The indicators of a list of values in these ``units``: those that the clause lists, or those of the list before.

    ``changes`` where the values are earlier ones that changed to others (从 4 万元和 2 万元分别提高到 …).
    """
    count = len(units)
    subject = indicators.clean(left.subject)
    if subject and left.verb in ("", "bound") and not left.respectively and not changes:
        return lists.things_done(subject, units)
    if subject:
        return lists.split_list(left.subject, count)
    if len(sentence.items) == count:
        return sentence.items
    return sentence.names[-count:] if left.respectively and len(sentence.names) >= count else None


def indicator_of(reading: Reading, sentence: Sentence, q: Quantity, left: Left, words: Words, stop: int) -> str:
    """The indicator of one quantity ("" where none can be told), and in ``sentence`` what it speaks of from here on."""
    if sentence.verb and sentence.said and _CLAUSES.search(reading.text, sentence.said[-1][0], q.start):
        sentence.verb = ""  # a verb goes on over list marks only
    subject = indicators.clean(left.subject)
    if q.kind == "percent" and subject[:1] in _PLAN_STARTS and sentence.topic:
        plan = _OF_PLAN.fullmatch(subject)
        if plan is not None:
            sentence.rule = "how much of a plan is completed"
            return f"{sentence.topic}{plan['plan']}完成率"  # no share: may be above 100 %; what was spoken of stays
    own = _own_subject(sentence, q, left, subject)
    if own != subject:
        subject = left.subject = own
    following = reading.following(q, stop)
    if following == "的" and (counted_next := _COUNTED_NEXT.match(reading.text, stop)) is not None:
        following += counted_next["noun"]  # 总投资 2 万亿元的 389 个 | 项目
    crowded = q.after + len(following) == stop < sentence.end
    if q.kind == "percent" and (name := _covered(reading, sentence, q, left, words, following)):
        left.verb, left.word, sentence.rule = "level", "占", "share of what is covered"
        sentence.topic, sentence.items = name, []
        return name
    name = ""
    if _counts_what_follows(reading, sentence, q, left, subject, words, following, crowded):
        noun = indicators.counted_noun(indicators.noun_until_verb(following) if crowded else following)
        if crowded and q.dimension == "count":
            noun = indicators.without_measuring(noun)
        if noun:
            name, sentence.rule = _counted(reading, sentence, q, left, noun, words.linked)
            sentence.topic, sentence.items = name, []
            return name
    if q.kind == "percent" and subject and left.verb in ("", "bound") and _GOES_TO.match(following):
        name, sentence.rule = subject + following + "占比", "share of the subject that goes to what follows"
        sentence.topic, sentence.items = name, []
        return name
    counted = left.verb == "level" and left.word not in _DOING and q.dimension == "count"
    things = (
        following if counted and subject and _COUNTED_THINGS.fullmatch(following) else ""
    )  # 贸易伙伴扩大到 228 个 | 国家和地区
    name, sentence.rule = _spoken_of(reading, sentence, q, left, subject + things, words.linked)
    if left.verb in ("", "bound"):
        sentence.verb, sentence.dimension = word_kinds.leading_verb(name), q.dimension
    if subject or not sentence.topic:
        sentence.topic, sentence.items = name.removesuffix(things) or name, []
    return name


def _own_subject(sentence: Sentence, q: Quantity, left: Left, subject: str) -> str:
    """The subject of a quantity without what stands around it, and with what it leaves out."""
    if subject[:1] in _LEAVING_STARTS and _LEAVING_OUT.fullmatch(subject):
        return ""  # 剔除一次性因素后 | 增长 6 %: of what was spoken of
    topic = sentence.topic
    if subject.endswith(_TIERS) and topic and _TIER.fullmatch(subject) and not word_kinds.is_bare(topic):
        subject += topic  # 其中市本级 | 41 亿元
    if subject.endswith("类") and q.dimension == "count":
        subject = _KINDS.sub("", subject)  # 12 类 | 45 件实事
    if subject.endswith(_STEPPED):
        subject = _STEP.split(subject, maxsplit=1)[0]  # 总值迈上 4 个台阶、 | 达 …
    if not left.jointly and "、" in subject:
        bounded, ranked = left.verb in ("", "bound"), q.kind in ("rank", "multiple")
        return lists.last_of_list(subject, bounded=bounded, ranked=ranked)
    return subject


def _covered(reading: Reading, sentence: Sentence, q: Quantity, left: Left, words: Words, following: str) -> str:
    """What covers how much of what (助餐点覆盖九成以上 | 社区, 网络覆盖城区和 93 %以上 | 行政村), or ""."""
    thing = _THING.fullmatch(following.removeprefix("的"))
    if thing is None or left.verb not in ("", "bound"):
        return ""
    clause = words.text
    if not clause and words.linked:
        low = max(reading.text.rfind(mark, sentence.start, q.start) for mark in "，；") + 1
        clause = reading.text[max(low, sentence.start) : q.start]
    covers = _COVERS.search(clause)
    if covers is None:
        return ""
    who = _ALL_OF.sub("", left.subject) if words.text else clause[: covers.end()]
    return indicators.clean(who) + thing[0]


def _counts_what_follows(
    reading: Reading,
    sentence: Sentence,
    q: Quantity,
    left: Left,
    subject: str,
    words: Words,
    following: str,
    crowded: bool,
) -> bool:
    """Whether the quantity counts the noun behind it (新建 3 家 | 医院) and not a subject before it."""
    if not following or _GOES_ON.match(following) or q.kind not in ("amount", "percent") or reading.changes_to(q):
        return False
    if _STEPS.match(following):
        return False
    aim = q.dimension != "count" or following[0] == "的"  # 13 项任务 are counted
    if aim and subject and _AIMED_AT.match(following) and not word_kinds.verbs_only(subject):
        return False
    if left.word == "完成" and q.dimension in ("count", "length", "area"):
        left.subject = ""  # 某局完成 23 座泵站改造: who did it is no part of what was done
        return True
    if crowded and _NEW_STATEMENT.match(following):
        return False
    if left.word == "为" and following[0] != "的" and q.dimension == "count":
        # 免费为 36 万女生接种: 为 is a preposition here
        left.subject, left.verb = subject + "为", ""
        return True
    if q.kind == "percent":
        if not subject and not words.text and not words.linked and len(following) > 3:
            return True  # ，70%村卫生室实现 …
        aim = following.startswith(("的增长", "的增速", "的年均")) or OF_AIM.match(following) is not None
        return left.verb in ("", "bound") and (following[0] == "的" or q.after > q.end) and not aim
    if left.word in _DOING and (not subject or (left.word == "实现" and q.dimension == "count")):
        return True
    if not subject and left.word in ("增加", "减少") and q.dimension == "count":
        # 增加 5000 个招生计划: the thing done, not a change of what was spoken of
        left.verb, left.subject = "", left.word
        return True
    return left.verb in ("", "bound") or (not subject and not sentence.topic)


def _counted(reading: Reading, sentence: Sentence, q: Quantity, left: Left, noun: str, linked: bool) -> tuple[str, str]:
    """The indicator that counts the noun behind the number, and the rule that made it."""
    if q.kind == "percent":
        sentence.verb = ""
        if sentence.topic and word_kinds.is_bare(noun) and (given := _CONTRIBUTED.search(left.subject)) is not None:
            whole = indicators.attach(sentence.topic, noun)
            return f"{whole}占{given['whole']}", "measuring noun joined to what was spoken of"
        return noun + "占比", "share of the noun behind the number"
    if noun.endswith(("级", "类", "型")):
        noun += lists.shared_head(reading.text[q.after : q.after + 60])
    subject = left.subject.strip()
    cleaned = indicators.clean(subject)
    if reading.text.startswith("的", q.after) and word_kinds.measures(cleaned):
        # 总规模 1000 亿元的…基金: the measuring noun stands before, the thing behind
        return indicators.thing(noun) + word_kinds.measuring_noun(
            cleaned
        ), "thing behind the number with the measuring noun before it"
    listed = "、" in subject and not word_kinds.does(subject) and not word_kinds.acts(subject)
    if listed or reading.text[q.start - 1 : q.start] == "等":
        sentence.verb = sentence.verb if linked and not word_kinds.acts(cleaned) else word_kinds.leading_verbs(cleaned)
        return sentence.verb + noun, "noun behind the number, which sums up a list"
    if not subject and not (linked and sentence.verb) and not word_kinds.does(noun):
        noun += lists.shared_predicate(reading.text[q.after : q.after + 80])
    if not subject:
        if linked and sentence.verb:
            return indicators.clean(sentence.verb + noun), "noun behind the number with the verb of the list"
        sentence.verb = ""
        return noun, "noun behind the number"
    if cleaned in _SPENT and (made := _MADE.match(noun)) is not None:
        return made["noun"] + cleaned, "what the money was spent on"
    cleaned = indicators.without_site(cleaned)
    verbs = word_kinds.leading_verbs(cleaned) or word_kinds.first_verb(cleaned)
    sentence.verb, sentence.dimension = verbs, q.dimension
    return indicators.clean(cleaned + noun), "words before the number and noun behind it"


def _spoken_of(
    reading: Reading, sentence: Sentence, q: Quantity, left: Left, subject: str, linked: bool
) -> tuple[str, str]:
    """The indicator that stands before the number or was spoken of before, and the rule that found it."""
    topic = sentence.topic
    if subject.startswith("占") and not topic:
        topic = _noun_before(reading, sentence, q)
    if topic and (others := thresholds.of_class(topic, subject)):
        return others, "things of another class"
    bare = word_kinds.is_bare(subject)
    if not subject and left.jointly and (together := _said_together(reading, sentence, q)):
        return together, "indicators of the clause before, of each of which it is said"
    if not subject and topic:
        if q.kind == "rank" and (share := topic.find("占全", 1)) > 0:
            topic = topic[:share]  # 增量占全国 18 %、居 | 第一: the amount is ranked, not its share
        return indicators.told_further(
            topic, in_total=left.total, amount=q.kind == "amount"
        ), "carried over in the sentence"
    if not subject:
        return _noun_before(reading, sentence, q), "clause before"
    if topic and not word_kinds.is_bare(topic):
        if bare or (linked and left.verb and indicators.shares_word(topic, subject)):
            return indicators.attach(topic, subject), "measuring noun joined to what was spoken of"
        if subject.startswith("占"):
            return topic + subject, "share joined to what was spoken of"
        if "占" in subject and word_kinds.is_bare(subject[: subject.index("占")]):
            return indicators.attach(topic, subject), "share joined to what was spoken of"
    if word_kinds.is_bare_object(subject):
        whose = word_kinds.without_bare_object(topic) or _clause_before(reading, sentence, q)
        return whose + subject, "dependent verb joined to what was spoken of"
    if topic and subject in _MORE_OF_IT:
        return indicators.more_of(subject, topic), "verb of more joined to what was spoken of"
    if topic and word_kinds.depends(subject):
        whose = topic[len(word_kinds.leading_verbs(topic)) :]
        return (whose if len(whose) > 1 else topic) + subject, "dependent verb joined to what was spoken of"
    if not topic and bare and (noun := _sentence_before(reading, sentence, q)):
        return indicators.attach(noun, subject), "measuring noun joined to the sentence before"
    if topic and _IN_WHOLE.fullmatch(subject):
        return topic + "占" + subject[1:], "share of a place"  # 就业人数稳定在全国 1/10 以上
    goes_on = linked and sentence.verb and not left.verb and (q.dimension == "money") == (sentence.dimension == "money")
    if goes_on and not word_kinds.acts(subject):
        if word_kinds.measures(subject):
            return indicators.attach(topic, subject), "measuring noun joined to what was spoken of"
        return sentence.verb + subject, "subject of the clause with the verb of the list"
    return subject, "subject of the clause"


def _said_together(reading: Reading, sentence: Sentence, q: Quantity) -> str:
    """The several indicators of the clause before, of each of which this one speaks (甲达 …、乙达 …，均居全国首位), or ""."""
    comma = reading.text.rfind("，", sentence.start, q.start)
    low = reading.text.rfind("，", sentence.start, comma) if comma > 0 else q.start
    names = list(dict.fromkeys(name for at, name in sentence.said if low < at < comma))
    return "、".join(names) if len(names) > 1 else ""


def _sentence_before(reading: Reading, sentence: Sentence, q: Quantity) -> str:
    """What the sentences before speak of, where this one only measures it (经营主体持续壮大。总量达 …).

    A paragraph names an industry where it begins to speak of it; sentences that begin with a verb go on about it
    (新材料产业瞄准高端。拓展应用。产值超过 …).
    """
    if _CLAUSES.search(reading.text, sentence.start, q.start):
        return ""
    before = reading.text[max(sentence.start - _PARAGRAPH, 0) : sentence.start]
    nearest = ""
    for said in reversed(before[before.rfind("\n") + 1 :].rstrip("。").split("。")[-_SENTENCES_BEFORE:]):
        clause = _CLAUSES.split(said, maxsplit=1)[0]
        industry = _INDUSTRY.match(clause)
        name = industry[0] if industry is not None else indicators.clause_noun(clause)
        if not indicators.begins_with_verb(clause):
            return name or nearest
        nearest = nearest or name
    return nearest


def _clause_before(reading: Reading, sentence: Sentence, q: Quantity) -> str:
    """What the clause before speaks of, for a clause whose object says nothing of its own (央地合作持续深化，完成投资 …)."""
    parts = _CLAUSES.split(reading.text[max(sentence.start, q.start - 60) : q.start])
    return indicators.clause_noun(parts[-2]) if len(parts) > 1 else ""


def _noun_before(reading: Reading, sentence: Sentence, q: Quantity) -> str:
    """The noun of a clause before, where the number's own clause has no subject."""
    parts = [p for p in _CLAUSES.split(reading.text[max(sentence.start, q.start - 160) : q.start]) if p]
    for part in reversed(parts[:-1]):
        name = indicators.clean(_STEP.split(read_left(part).subject, maxsplit=1)[0])
        if 2 <= len(name) <= 24:
            return name
    return ""

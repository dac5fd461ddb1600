"""Sentences in which numbers share their words with each other, or with a list (see ``examples``)."""

from __future__ import annotations

REVIEW_OF_YEAR = (
    (
        "改造老旧供热、燃气、排水管网800公里、600公里、300公里。",
        (
            "改造老旧供热管网; level; 800 公里; exact; actual; 2025",
            "改造燃气管网; level; 600 公里; exact; actual; 2025",
            "改造排水管网; level; 300 公里; exact; actual; 2025",
        ),
    ),
    (
        "新建公园、绿道12个、30公里。",
        ("新建公园; level; 12 个; exact; actual; 2025", "新建绿道; level; 30 公里; exact; actual; 2025"),
    ),
    (
        "更新改造桥梁15座、泵站4座。",
        ("更新改造桥梁; level; 15 座; exact; actual; 2025", "更新改造泵站; level; 4 座; exact; actual; 2025"),
    ),
    (
        "维修道路58条，街心花园和85个口袋公园建成开放。",
        ("维修道路; level; 58 条; exact; actual; 2025", "口袋公园建成开放; level; 85 个; exact; actual; 2025"),
    ),
    (
        "建成300个美丽村庄及80个特色小镇。",
        ("建成美丽村庄; level; 300 个; exact; actual; 2025", "建成特色小镇; level; 80 个; exact; actual; 2025"),
    ),
    (
        "推进40项重大专项、60项基础研究。",
        ("重大专项; level; 40 项; exact; actual; 2025", "基础研究; level; 60 项; exact; actual; 2025"),
    ),
    (
        "入选传统村落、4A级景区数量保持全国首位。",
        ("入选传统村落、4A级景区数量; rank; 1 位; exact; actual; 2025; vs 全国",),
    ),
    (
        "炼铁、炼钢先进产能占比分别达到64%、62%。",
        ("炼铁先进产能占比; share; 64 %; exact; actual; 2025", "炼钢先进产能占比; share; 62 %; exact; actual; 2025"),
    ),
    (
        "利用外资、内资分别增长45%、20%。",
        ("利用外资; growth; 45 %; exact; actual; 2025", "内资; growth; 20 %; exact; actual; 2025"),
    ),
    (
        "消费品以旧换新带动家电零售额增长21%。",
        ("家电零售额; growth; 21 %; exact; actual; 2025",),
    ),
    (
        "新增联网路口1000处、累计达8000处。",
        ("新增联网路口; level; 1000 处; exact; actual; 2025", "联网路口; level; 8000 处; exact; actual; 2025"),
    ),
    (
        "优良天数比例77%、增加13天。",
        ("优良天数比例; share; 77 %; exact; actual; 2025", "优良天数; change; 13 天; exact; actual; 2025"),
    ),
    (
        "进出口总额9万亿元，贡献了全国24%的增量。",
        ("进出口总额; level; 9 万亿元; exact; actual; 2025", "进出口总额增量占全国; share; 24 %; exact; actual; 2025"),
    ),
    ("常用药品平均降价50%。", ("常用药品价格; growth; -50 %; exact; actual; 2025",)),
    (
        "新增营造林148万亩、其中河谷绿化43万亩。",
        ("新增营造林; level; 148 万亩; exact; actual; 2025", "新增河谷绿化; level; 43 万亩; exact; actual; 2025"),
    ),
    ("滨河生态廊道1194公里全线贯通。", ("滨河生态廊道全线贯通; level; 1194 公里; exact; actual; 2025",)),
    ("在交通枢纽、景区布局建设700个充电站。", ("布局建设充电站; level; 700 个; exact; actual; 2025",)),
    (
        "茶叶产值增长3倍、精深加工率85%。",
        ("茶叶产值; multiple; 4 倍; exact; actual; 2025", "精深加工率; level; 85 %; exact; actual; 2025"),
    ),
    ("全部工业增加值增长7.6%。", ("全部工业增加值; growth; 7.6 %; exact; actual; 2025",)),
    (
        "地区生产总值增长8.2%，两年平均增长6%，增幅高于全省0.2个百分点。",
        (
            "地区生产总值; growth; 8.2 %; exact; actual; 2025",
            "地区生产总值; average_growth; 6 %; exact; actual; 2024/2025",
            "地区生产总值; gap; 0.2 个百分点; exact; actual; 2025; vs 全省",
        ),
    ),
    (
        "固定资产投资增长7.8%，较年初目标低1.2个百分点。",
        (
            "固定资产投资; growth; 7.8 %; exact; actual; 2025",
            "固定资产投资; gap; -1.2 个百分点; exact; actual; 2025; vs 年初目标",
        ),
    ),
    (
        "一般公共预算收入118亿元，增长3.6%，剔除一次性因素后同口径增长6.1%，其中市本级41亿元。",
        (
            "一般公共预算收入; level; 118 亿元; exact; actual; 2025",
            "一般公共预算收入; growth; 3.6 %; exact; actual; 2025",
            "一般公共预算收入; growth; 6.1 %; exact; actual; 2025",
            "市本级一般公共预算收入; level; 41 亿元; exact; actual; 2025",
        ),
    ),
    (
        "重点项目完成投资671亿元，为年计划的108.2%。",
        (
            "重点项目完成投资; level; 671 亿元; exact; actual; 2025",
            "重点项目完成投资年计划完成率; level; 108.2 %; exact; actual; 2025",
        ),
    ),
    (
        "住宿、餐饮营业额分别增长41%和28%。",
        ("住宿营业额; growth; 41 %; exact; actual; 2025", "餐饮营业额; growth; 28 %; exact; actual; 2025"),
    ),
    (
        "招引亿元以上项目27个，其中10亿元以上4个。",
        ("招引亿元以上项目; level; 27 个; exact; actual; 2025", "招引10亿元以上项目; level; 4 个; exact; actual; 2025"),
    ),
    (
        "消除返贫风险412户1386人。",
        ("消除返贫风险; level; 412 户; exact; actual; 2025", "消除返贫风险; level; 1386 人; exact; actual; 2025"),
    ),
    (
        "粮食播种面积52.3万亩，总产21.7万吨。",
        ("粮食播种面积; level; 52.3 万亩; exact; actual; 2025", "粮食总产; level; 21.7 万吨; exact; actual; 2025"),
    ),
    (
        "地区生产总值增长5.6%，高于5.5%的预期目标。",
        ("地区生产总值; growth; 5.6 %; exact; actual; 2025", "地区生产总值; growth; 5.5 %; exact; target; 2025"),
    ),
    ("人口自然增长率为-2.5‰。", ("人口自然增长率; level; -2.5 ‰; exact; actual; 2025",)),
    (
        "轿车、电池产量分别增长28.6%和近两成。",
        ("轿车产量; growth; 28.6 %; exact; actual; 2025", "电池产量; growth; 20 %; about; actual; 2025"),
    ),
    (
        "基金、专项资金分别安排2亿元、1.5亿元。",
        ("基金; level; 2 亿元; exact; actual; 2025", "专项资金; level; 1.5 亿元; exact; actual; 2025"),
    ),
    ("城乡居民收入比1.96。", ("城乡居民收入比; level; 1.96 ; exact; actual; 2025",)),
    ("助餐点覆盖九成以上社区。", ("助餐点覆盖社区; share; 90 %; at_least; actual; 2025",)),
    ("城镇建设覆盖全省93%的建制镇。", ("城镇建设覆盖建制镇; share; 93 %; exact; actual; 2025",)),
    ("5G网络覆盖所有城区和93%以上行政村。", ("5G网络覆盖行政村; share; 93 %; at_least; actual; 2025",)),
    (
        "棉花增量占全国18%、居全国第一。",
        ("棉花增量占全国; share; 18 %; exact; actual; 2025", "棉花增量; rank; 1 位; exact; actual; 2025; vs 全国"),
    ),
    (
        "机场三期建成投运、旅客吞吐量居省会城市首位。",
        ("旅客吞吐量; rank; 1 位; exact; actual; 2025; vs 省会城市",),
    ),
    (
        "达到服务标准的卫生院、卫生服务中心占比提高到90%。",
        ("达到服务标准的卫生院、卫生服务中心占比; share; 90 %; exact; actual; 2025",),
    ),
    ("力争有组织外出就业25万人次。", ("有组织外出就业; level; 25 万人次; exact; actual; 2025",)),
    ("在全国综合评价中位列第一。", ("全国综合评价; rank; 1 位; exact; actual; 2025",)),
    ("12类45件民生实事全面完成。", ("民生实事全面完成; level; 45 件; exact; actual; 2025",)),
    ("生产事故死亡率控制在0.6人/百亿元以下。", ("生产事故死亡率; level; 0.6 人/百亿元; at_most; actual; 2025",)),
    ("每10万人案件数下降6%。", ("每10万人案件数; growth; -6 %; exact; actual; 2025",)),
    (
        "25家企业营业收入增长8%。",
        ("企业; level; 25 家; exact; actual; 2025", "企业营业收入; growth; 8 %; exact; actual; 2025"),
    ),
)
"""Said under the heading 一、2025年工作回顾."""

REVIEW_OF_PLAN = (
    (
        "城乡居民收入从2021年的46500元和17000元分别提高到58800元和23000元。",
        (
            "城镇居民收入; level; 46500 元; exact; actual; 2021",
            "农村居民收入; level; 17000 元; exact; actual; 2021",
            "城镇居民收入; level; 58800 元; exact; actual; 2025",
            "农村居民收入; level; 23000 元; exact; actual; 2025",
        ),
    ),
    (
        "开工项目超1万个、完成投资近1万亿元。",
        (
            "开工项目; level; 1 万个; at_least; actual; 2021/2025",
            "开工项目完成投资; level; 1 万亿元; about; actual; 2021/2025",
        ),
    ),
    ("4万户牧民用上稳定的电。", ("牧民用上稳定的电; level; 4 万户; exact; actual; 2021/2025",)),
    ("天然气五年累计产量达750亿立方米。", ("天然气五年累计产量; level; 750 亿立方米; exact; actual; 2021/2025",)),
)
"""Said under the heading 一、“十四五”时期工作回顾."""

NO_FIGURES = (
    "深入实施0.1微克攻坚行动。",
    "首次退出全国168个重点城市空气质量“后十位”。",
    "年产4万吨锂盐项目和20亿立方米/年煤制气项目开工。",
    "分13个领域细化任务。",
    "锚定制造强市，狠抓产业倍增。",
)
"""Numbers in the name of an action and of a field: no figures."""

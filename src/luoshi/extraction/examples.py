"""Sentences with the figures that they must give: specification, documentation and test of the figure rules at once.

Each figure is "indicator; measure; value unit; bound; status; period; …", with the upper end of a range behind two dots
(5..5.5 %) and, where they matter, "@place" and "vs base". The sentences are said in January 2026 by a province's work report, in
the part that each group names. The habit is Duckling's, whose rule files each have a corpus file beside them. Those whose
indicator does not stand beside its number are in ``examples_completed``.
"""

from __future__ import annotations

REVIEW_OF_YEAR = (
    (
        "95%以上的村集体收入超过20万元。",
        ("村集体收入占比; share; 95 %; at_least; actual; 2025", "村集体收入; level; 20 万元; at_least; actual; 2025"),
    ),
    (
        "地区生产总值增长4.8%、达到2.1万亿元。",
        ("地区生产总值; growth; 4.8 %; exact; actual; 2025", "地区生产总值; level; 2.1 万亿元; exact; actual; 2025"),
    ),
    (
        "规模以上工业增加值增长6.3%，高于全国0.5个百分点，居中部第二。",
        (
            "规模以上工业增加值; growth; 6.3 %; exact; actual; 2025",
            "规模以上工业增加值; gap; 0.5 个百分点; exact; actual; 2025; vs 全国",
            "规模以上工业增加值; rank; 2 位; exact; actual; 2025; vs 中部",
        ),
    ),
    (
        "社会消费品零售总额、固定资产投资分别增长4.1%和3%左右。",
        (
            "社会消费品零售总额; growth; 4.1 %; about; actual; 2025",
            "固定资产投资; growth; 3 %; about; actual; 2025",
        ),
    ),
    (
        "空调、洗衣机、冰箱零售额分别增长12%、9.5%、7%。",
        (
            "空调零售额; growth; 12 %; exact; actual; 2025",
            "洗衣机零售额; growth; 9.5 %; exact; actual; 2025",
            "冰箱零售额; growth; 7 %; exact; actual; 2025",
        ),
    ),
    (
        "第一、第三产业增加值分别增长3%、5%。",
        ("第一产业增加值; growth; 3 %; exact; actual; 2025", "第三产业增加值; growth; 5 %; exact; actual; 2025"),
    ),
    (
        "城镇居民、农村居民人均可支配收入分别增长4.5%、5.7%。",
        (
            "城镇居民人均可支配收入; growth; 4.5 %; exact; actual; 2025",
            "农村居民人均可支配收入; growth; 5.7 %; exact; actual; 2025",
        ),
    ),
    (
        "一、二、三产业增加值分别增长4.2%、5%、5.4%。",
        (
            "第一产业增加值; growth; 4.2 %; exact; actual; 2025",
            "第二产业增加值; growth; 5 %; exact; actual; 2025",
            "第三产业增加值; growth; 5.4 %; exact; actual; 2025",
        ),
    ),
    (
        "口岸通关能力从3800万吨提升至8000万吨。",
        ("口岸通关能力; level; 3800 万吨; exact; actual; 2024", "口岸通关能力; level; 8000 万吨; exact; actual; 2025"),
    ),
    ("建成20个500千伏输变电工程。", ("建成500千伏输变电工程; level; 20 个; exact; actual; 2025",)),
    (
        "新增上市公司8家、总数达到120家。",
        ("新增上市公司; level; 8 家; exact; actual; 2025", "上市公司总数; level; 120 家; exact; actual; 2025"),
    ),
    (
        "市水务局完成23座老旧泵站改造，6月底前建成滨江步道12公里。",
        ("老旧泵站改造; level; 23 座; exact; actual; 2025", "建成滨江步道; level; 12 公里; exact; actual; 2025-06"),
    ),
    (
        "经济总量连跨5万亿元、6万亿元两个台阶。",
        ("经济总量; level; 5 万亿元; at_least; actual; 2025", "经济总量; level; 6 万亿元; at_least; actual; 2025"),
    ),
    ("武昌区地区生产总值突破2000亿元。", ("地区生产总值; level; 2000 亿元; at_least; actual; 2025; @武昌区",)),
    ("城乡居民收入比缩小至2.31。", ("城乡居民收入比; level; 2.31 ; exact; actual; 2025",)),
    (
        "苹果、猕猴桃产量稳定在全国1/4、1/3。",
        ("苹果产量占全国; share; 25 %; exact; actual; 2025", "猕猴桃产量占全国; share; 33.3333 %; exact; actual; 2025"),
    ),
    (
        "入境游客人次、总花费增长5.6%、7.5%。",
        ("入境游客人次; growth; 5.6 %; exact; actual; 2025", "入境游客总花费; growth; 7.5 %; exact; actual; 2025"),
    ),
    ("细颗粒物浓度改善12%。", ("细颗粒物浓度; growth; -12 %; exact; actual; 2025",)),
    ("西安地铁运营里程422公里。", ("地铁运营里程; level; 422 公里; exact; actual; 2025; @西安市",)),
    (
        "平均压减时间58%、材料52%。",
        ("时间; growth; -58 %; exact; actual; 2025", "材料; growth; -52 %; exact; actual; 2025"),
    ),
    (
        "食品、药品抽检合格率分别超98.5%和99%。",
        (
            "食品抽检合格率; level; 98.5 %; at_least; actual; 2025",
            "药品抽检合格率; level; 99 %; at_least; actual; 2025",
        ),
    ),
    (
        "累计为29个省份保供煤炭35亿吨。",
        ("为省份保供煤炭; level; 29 个; exact; actual; 2025", "省份保供煤炭; level; 35 亿吨; exact; actual; 2025"),
    ),
    ("打造150个和美乡村。", ("打造和美乡村; level; 150 个; exact; actual; 2025",)),
    (
        "城乡居民人均可支配收入分别增长4.4%、5.9%。",
        (
            "城镇居民人均可支配收入; growth; 4.4 %; exact; actual; 2025",
            "农村居民人均可支配收入; growth; 5.9 %; exact; actual; 2025",
        ),
    ),
    (
        "新增上市公司8家，建成标准厂房120万平方米。",
        ("新增上市公司; level; 8 家; exact; actual; 2025", "建成标准厂房; level; 120 万平方米; exact; actual; 2025"),
    ),
    (
        "建成口袋公园65个、城市绿道210公里。",
        ("建成口袋公园; level; 65 个; exact; actual; 2025", "建成城市绿道; level; 210 公里; exact; actual; 2025"),
    ),
    (
        "新建3家三级医院、12家社区卫生服务中心。",
        ("新建三级医院; level; 3 家; exact; actual; 2025", "新建社区卫生服务中心; level; 12 家; exact; actual; 2025"),
    ),
    (
        "860个新开工项目完成投资1900多亿元。",
        (
            "新开工项目; level; 860 个; exact; actual; 2025",
            "新开工项目完成投资; level; 1900 亿元; at_least; actual; 2025",
        ),
    ),
    (
        "常住人口由上年的512万人增加到515万人。",
        ("常住人口; level; 512 万人; exact; actual; 2024", "常住人口; level; 515 万人; exact; actual; 2025"),
    ),
    (
        "民间投资占比达到58.2%，提高1.4个百分点。",
        ("民间投资占比; share; 58.2 %; exact; actual; 2025", "民间投资占比; change; 1.4 个百分点; exact; actual; 2025"),
    ),
    ("八成以上的行政村通了快递。", ("行政村通了快递占比; share; 80 %; at_least; actual; 2025",)),
    ("光伏组件产量占全国三分之一。", ("光伏组件产量占全国; share; 33.3333 %; exact; actual; 2025",)),
    (
        "入企检查次数下降35%，办事材料减少近六成。",
        ("入企检查次数; growth; -35 %; exact; actual; 2025", "办事材料; growth; -60 %; about; actual; 2025"),
    ),
    (
        "研发投入强度突破3%，每万人发明专利拥有量超过20件。",
        (
            "研发投入强度; level; 3 %; at_least; actual; 2025",
            "每万人发明专利拥有量; level; 20 件; at_least; actual; 2025",
        ),
    ),
    (
        "快递业务量翻了一番，跨境电商进出口增长1.5倍。",
        ("快递业务量; multiple; 2 倍; exact; actual; 2025", "跨境电商进出口; multiple; 2.5 倍; exact; actual; 2025"),
    ),
    ("城乡居民收入比缩小至2.15∶1。", ("城乡居民收入比; level; 2.15 ∶1; exact; actual; 2025",)),
    (
        "生猪出栏量稳居全国首位，水果产量位列全国前三。",
        (
            "生猪出栏量; rank; 1 位; exact; actual; 2025; vs 全国",
            "水果产量; rank; 3 位; at_most; actual; 2025; vs 全国",
        ),
    ),
    ("规上工业增加值增速达到6%。", ("规模以上工业增加值; growth; 6 %; exact; actual; 2025",)),
    ("投资3.2亿元实施了供水管网改造工程。", ("供水管网改造工程投资; level; 3.2 亿元; exact; actual; 2025",)),
    (
        "二氧化硫排放量与氮氧化物排放量比2020年分别下降5%和11%。",
        (
            "二氧化硫排放量; growth; -5 %; exact; actual; 2025; vs 2020",
            "氮氧化物排放量; growth; -11 %; exact; actual; 2025; vs 2020",
        ),
    ),
    ("失业率为5.1%。", ("失业率; level; 5.1 %; exact; actual; 2025",)),
    (
        "解决群众急难愁盼问题近千个，服务企业上万家。",
        (
            "解决群众急难愁盼问题; level; 1000 个; about; actual; 2025",
            "服务企业; level; 1 万家; at_least; actual; 2025",
        ),
    ),
    (
        "粮食、蔬菜、水产品产量分别达800亿斤、3000万吨、500万吨以上。",
        (
            "粮食产量; level; 800 亿斤; at_least; actual; 2025",
            "蔬菜产量; level; 3000 万吨; at_least; actual; 2025",
            "水产品产量; level; 500 万吨; at_least; actual; 2025",
        ),
    ),
    (
        "接待游客1.2亿人次、旅游花费900亿元，分别增长9%、11%。",
        (
            "接待游客; level; 1.2 亿人次; exact; actual; 2025",
            "旅游花费; level; 900 亿元; exact; actual; 2025",
            "接待游客; growth; 9 %; exact; actual; 2025",
            "旅游花费; growth; 11 %; exact; actual; 2025",
        ),
    ),
    (
        "为2万名劳动者追回工资3亿元。",
        ("为劳动者追回工资; level; 2 万名; exact; actual; 2025", "劳动者追回工资; level; 3 亿元; exact; actual; 2025"),
    ),
    (
        "上半年新登记企业3.6万户，截至9月底企业总数达52万户。",
        ("新登记企业; level; 3.6 万户; exact; actual; 2025-H1", "企业总数; level; 52 万户; exact; actual; 2025-09"),
    ),
    ("空气质量优良天数增加11天。", ("空气质量优良天数; change; 11 天; exact; actual; 2025",)),
    ("用电成本下降0.02元／千瓦时。", ("用电成本; change; -0.02 元/千瓦时; exact; actual; 2025",)),
    ("船舶出口规模占全国1/4以上。", ("船舶出口规模占全国; share; 25 %; at_least; actual; 2025",)),
)
"""Said under the heading 一、2025年工作回顾."""

REVIEW_OF_PLAN = (
    (
        "五年来，外贸进出口总额年均递增8.2%，累积完成水利投资36亿元。",
        (
            "外贸进出口总额; average_growth; 8.2 %; exact; actual; 2021/2025",
            "水利投资; level; 36 亿元; exact; actual; 2021/2025",
        ),
    ),
    (
        "五年来，地区生产总值年均增长5.6%，城镇新增就业累计超过300万人。",
        (
            "地区生产总值; average_growth; 5.6 %; exact; actual; 2021/2025",
            "城镇新增就业; level; 300 万人; at_least; actual; 2021/2025",
        ),
    ),
    (
        "高速公路通车里程达到6200公里，新建改建农村公路2.4万公里。",
        (
            "高速公路通车里程; level; 6200 公里; exact; actual; 2025",
            "新建改建农村公路; level; 2.4 万公里; exact; actual; 2021/2025",
        ),
    ),
    (
        "粮食产量由2010年的30万吨增加到2015年的36万吨，水果产量由8万吨增加到11万吨。",
        (
            "粮食产量; level; 30 万吨; exact; actual; 2010",
            "粮食产量; level; 36 万吨; exact; actual; 2015",
            "水果产量; level; 8 万吨; exact; actual; 2010",
            "水果产量; level; 11 万吨; exact; actual; 2015",
        ),
    ),
    (
        "地区生产总值由2010年的160亿元增加到2015年的280亿元，年均增长12%。",
        (
            "地区生产总值; level; 160 亿元; exact; actual; 2010",
            "地区生产总值; level; 280 亿元; exact; actual; 2015",
            "地区生产总值; average_growth; 12 %; exact; actual; 2011/2015",
        ),
    ),
    (
        "城镇居民收入达到4.1万元，同比增长5%。",
        ("城镇居民收入; level; 4.1 万元; exact; actual; 2025", "城镇居民收入; growth; 5 %; exact; actual; 2025"),
    ),
    (
        "三次产业结构由9∶41∶50调整为7∶40∶53。",
        (
            "第一产业增加值占比; share; 9 %; exact; actual; 2020",
            "第二产业增加值占比; share; 41 %; exact; actual; 2020",
            "第三产业增加值占比; share; 50 %; exact; actual; 2020",
            "第一产业增加值占比; share; 7 %; exact; actual; 2025",
            "第二产业增加值占比; share; 40 %; exact; actual; 2025",
            "第三产业增加值占比; share; 53 %; exact; actual; 2025",
        ),
    ),
    ("对外贸易扩大至228个国家和地区。", ("对外贸易国家和地区; level; 228 个; exact; actual; 2025",)),
    (
        "森林覆盖率从41%提高到43.2%。",
        ("森林覆盖率; level; 41 %; exact; actual; 2020", "森林覆盖率; level; 43.2 %; exact; actual; 2025"),
    ),
    ("高新技术企业数量是2020年的2.3倍。", ("高新技术企业数量; multiple; 2.3 倍; exact; actual; 2025",)),
)
"""Said under the heading 一、“十四五”时期工作回顾."""

TASKS_OF_YEAR = (
    ("今年要新建口袋公园30个。", ("新建口袋公园; level; 30 个; exact; target; 2026",)),
    ("9月1日前新建学校12所。", ("新建学校; level; 12 所; exact; target; 2026-09",)),
    ("要确保粮食产量稳定在30万吨。", ("粮食产量; level; 30 万吨; exact; target; 2026",)),
    (
        "地区生产总值增长5%左右，城镇调查失业率控制在5.5%以内。",
        ("地区生产总值; growth; 5 %; about; target; 2026", "城镇调查失业率; level; 5.5 %; at_most; target; 2026"),
    ),
    (
        "地区生产总值增长4.5%—5%，粮食产量不低于800亿斤。",
        ("地区生产总值; growth; 4.5..5 %; range; target; 2026", "粮食产量; level; 800 亿斤; at_least; target; 2026"),
    ),
    (
        "新建保障性住房5万套以上，改造老旧小区1200个。",
        ("新建保障性住房; level; 5 万套; at_least; target; 2026", "改造老旧小区; level; 1200 个; exact; target; 2026"),
    ),
    (
        "着力培育4个世界级、6个国家级产业集群。",
        (
            "培育世界级产业集群; level; 4 个; exact; target; 2026",
            "培育国家级产业集群; level; 6 个; exact; target; 2026",
        ),
    ),
    (
        "到2030年，研发经费投入年均增长8%以上。",
        ("研发经费投入; average_growth; 8 %; at_least; target; 2026/2030",),
    ),
    ("到2030年，数字经济增加值占比达到50%。", ("数字经济增加值占比; share; 50 %; exact; target; 2030",)),
)
"""Said under the heading 三、2026年重点工作."""

NO_FIGURES = (
    "深入实施“五大工程”，推进“十五五”规划编制。",
    "12345热线全天候服务，G60科创走廊加快建设，PM2.5治理取得进展。",
    "坚持以下六个方面：一是抓好第三季度工作。",
    "服务60岁以上老年人，建设万吨级泊位，创建5A级景区。",
    "“1351”工作体系不断完善，“40条”政策落地。",
    "2025年3月12日召开第十四届人民代表大会第三次会议。",
    "培育一批营业收入100亿元以上的农产品加工企业。",
    "连续5年获评优秀，形成1小时通勤圈。",
)
"""Numbers in names, dates, classes, thresholds and turns of speech: no figures (docs/records.md)."""

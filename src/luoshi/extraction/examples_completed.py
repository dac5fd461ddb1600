"""More sentences with the figures that they must give (see ``examples``): what lists, sums, steps and earlier words leave out.

Here an indicator is not written beside its number: it is shared, summed up, carried over from a clause or a sentence before,
or stands behind.
"""

from __future__ import annotations

REVIEW_OF_YEAR = (
    (
        "全省健儿在全国冬运会上获得6金、4银、9铜，机器人产业产值实现倍增。",
        (
            "金牌; level; 6 枚; exact; actual; 2025",
            "银牌; level; 4 枚; exact; actual; 2025",
            "铜牌; level; 9 枚; exact; actual; 2025",
            "机器人产业产值; multiple; 2 倍; exact; actual; 2025",
        ),
    ),
    (
        "挖掘机产量增长12%、占全国3成以上，智能算力规模达到2.4百亿亿次/秒。",
        (
            "挖掘机产量; growth; 12 %; exact; actual; 2025",
            "挖掘机产量占全国; share; 30 %; at_least; actual; 2025",
            "智能算力规模; level; 2.4 百亿亿次/秒; exact; actual; 2025",
        ),
    ),
    (
        "营商便利度排名前移5位。",
        ("营商便利度排名; change; 5 位; exact; actual; 2025",),
    ),
    (
        "国家级、省级工业设计中心分别达到9家、140家。",
        (
            "国家级工业设计中心; level; 9 家; exact; actual; 2025",
            "省级工业设计中心; level; 140 家; exact; actual; 2025",
        ),
    ),
    (
        "11家企业获评国家级、省级绿色工厂。",
        ("企业获评国家级绿色工厂; level; 11 家; exact; actual; 2025",),
    ),
    (
        "技能人才达210万人、科研人员达9万人，均居全国首位。",
        (
            "技能人才; level; 210 万人; exact; actual; 2025",
            "科研人员; level; 9 万人; exact; actual; 2025",
            "技能人才、科研人员; rank; 1 位; exact; actual; 2025; vs 全国",
        ),
    ),
    (
        "推进30个产粮大县和沿江平原80万亩节水灌溉项目，成功应对9轮寒潮和“海葵”等4个台风。",
        (
            "产粮大县; level; 30 个; exact; actual; 2025",
            "沿江平原节水灌溉项目; level; 80 万亩; exact; actual; 2025",
            "应对寒潮; level; 9 轮; exact; actual; 2025",
            "台风; level; 4 个; exact; actual; 2025",
        ),
    ),
    (
        "7所医院和12个社区入选国家健康城市建设试点，9所高校、30个学科上榜世界一流名单。",
        (
            "医院入选国家健康城市建设试点; level; 7 所; exact; actual; 2025",
            "社区入选国家健康城市建设试点; level; 12 个; exact; actual; 2025",
            "高校上榜世界一流名单; level; 9 所; exact; actual; 2025",
            "学科上榜世界一流名单; level; 30 个; exact; actual; 2025",
        ),
    ),
    (
        "建成跨湖通道3座、在建5座，经营主体总量达90万户，新登记11万户。",
        (
            "建成跨湖通道; level; 3 座; exact; actual; 2025",
            "在建跨湖通道; level; 5 座; exact; actual; 2025",
            "经营主体总量; level; 90 万户; exact; actual; 2025",
            "新登记经营主体; level; 11 万户; exact; actual; 2025",
        ),
    ),
    (
        "绿色蔬菜外销拓展至19个省区市，输出40万吨、增长8%。",
        (
            "绿色蔬菜外销省区市; level; 19 个; exact; actual; 2025",
            "绿色蔬菜外销输出; level; 40 万吨; exact; actual; 2025",
            "绿色蔬菜外销输出; growth; 8 %; exact; actual; 2025",
        ),
    ),
    (
        "对口帮扶不断深化，落实资金12亿元，实施项目230个。",
        (
            "对口帮扶落实资金; level; 12 亿元; exact; actual; 2025",
            "对口帮扶实施项目; level; 230 个; exact; actual; 2025",
        ),
    ),
    (
        "交易会促成120个项目签约，成交额达80亿元。",
        (
            "交易会促成项目签约; level; 120 个; exact; actual; 2025",
            "交易会促成项目签约成交额; level; 80 亿元; exact; actual; 2025",
        ),
    ),
    (
        "重点事项审批时限压缩40%。",
        ("重点事项审批时限; growth; -40 %; exact; actual; 2025",),
    ),
    (
        "有进出口业务的企业达900家。",
        ("有进出口业务的企业; level; 900 家; exact; actual; 2025",),
    ),
    (
        "新增城市轨道通车里程60公里、总里程达410公里。",
        (
            "新增城市轨道通车里程; level; 60 公里; exact; actual; 2025",
            "城市轨道通车总里程; level; 410 公里; exact; actual; 2025",
        ),
    ),
    (
        "净增中小企业8万家、个体工商户20万户。",
        (
            "净增中小企业; level; 8 万家; exact; actual; 2025",
            "净增个体工商户; level; 20 万户; exact; actual; 2025",
        ),
    ),
    (
        "广东团成交额80亿美元，西安北站客流量达6000万人次。",
        (
            "广东团成交额; level; 80 亿美元; exact; actual; 2025; @",
            "西安北站客流量; level; 6000 万人次; exact; actual; 2025; @",
        ),
    ),
    (
        "改造旧桥20座、危房3万套（户）、水管16公里。",
        (
            "改造旧桥; level; 20 座; exact; actual; 2025",
            "改造危房; level; 3 万套; exact; actual; 2025",
            "改造水管; level; 16 公里; exact; actual; 2025",
        ),
    ),
    (
        "维修改造滨江路、临江路等30条道路。",
        ("维修改造道路; level; 30 条; exact; actual; 2025",),
    ),
    (
        "新建提升湖心、东林等6座公园和90个绿地，启动改造40个城中村、12个老菜场。",
        (
            "新建提升公园; level; 6 座; exact; actual; 2025",
            "新建提升绿地; level; 90 个; exact; actual; 2025",
            "启动改造城中村; level; 40 个; exact; actual; 2025",
            "启动改造老菜场; level; 12 个; exact; actual; 2025",
        ),
    ),
    (
        "茶叶销售额突破百亿元，服务业增加值跨上万亿元台阶。",
        (
            "茶叶销售额; level; 100 亿元; at_least; actual; 2025",
            "服务业增加值; level; 1 万亿元; at_least; actual; 2025",
        ),
    ),
    (
        "预算收入增长4%，快于2024年1.2个百分点。",
        (
            "预算收入; growth; 4 %; exact; actual; 2025",
            "预算收入; gap; 1.2 个百分点; exact; actual; 2025; vs 2024",
        ),
    ),
    (
        "投资、消费增速分别快于全国1.1个、0.6个百分点。",
        (
            "投资增速; gap; 1.1 个百分点; exact; actual; 2025; vs 全国",
            "消费增速; gap; 0.6 个百分点; exact; actual; 2025; vs 全国",
        ),
    ),
    (
        "接待游客、经营收入均保持8%以上增长。",
        ("接待游客、经营收入; growth; 8 %; at_least; actual; 2025",),
    ),
    (
        "老人生活补贴、儿童护理补贴标准分别从每人每月100元、200元提高到120元、240元。",
        (
            "老人生活补贴标准; level; 100 元; exact; actual; 2024",
            "儿童护理补贴标准; level; 200 元; exact; actual; 2024",
            "老人生活补贴标准; level; 120 元; exact; actual; 2025",
            "儿童护理补贴标准; level; 240 元; exact; actual; 2025",
        ),
    ),
    (
        "就医服务试点从12个县（市）扩大到40个县（市）。",
        (
            "就医服务试点; level; 12 个; exact; actual; 2024",
            "就医服务试点; level; 40 个; exact; actual; 2025",
        ),
    ),
    (
        "总投资900亿元的120个民生项目落地，总投资超300亿元的滨海风电基地加快建设。",
        (
            "民生项目总投资; level; 900 亿元; exact; actual; 2025",
            "民生项目落地; level; 120 个; exact; actual; 2025",
            "滨海风电基地总投资; level; 300 亿元; at_least; actual; 2025",
        ),
    ),
    (
        "累计使用外资增长9%，民营企业占96%。",
        (
            "使用外资; growth; 9 %; exact; actual; 2025",
            "民营企业; share; 96 %; exact; actual; 2025",
        ),
    ),
    (
        "与190个国家和地区建立经贸往来。",
        ("国家和地区建立经贸往来; level; 190 个; exact; actual; 2025",),
    ),
    (
        "建成农村书屋60个，70%村庄实现快递直达。",
        (
            "建成农村书屋; level; 60 个; exact; actual; 2025",
            "村庄实现快递直达占比; share; 70 %; exact; actual; 2025",
        ),
    ),
    (
        "全市性考核事项精简三成，自治区级示范园达到8个。",
        (
            "全市性考核事项; growth; -30 %; exact; actual; 2025",
            "自治区级示范园; level; 8 个; exact; actual; 2025",
        ),
    ),
    (
        "省属企业营收增长5%、利润增长7%。",
        (
            "省属企业营业收入; growth; 5 %; exact; actual; 2025",
            "省属企业利润; growth; 7 %; exact; actual; 2025",
        ),
    ),
    (
        "财政总收入连续迈上3个千亿元台阶、达5200亿元。",
        ("财政总收入; level; 5200 亿元; exact; actual; 2025",),
    ),
    (
        "办结人大建议300件、政协提案180件。",
        (
            "办结人大建议; level; 300 件; exact; actual; 2025",
            "办结政协提案; level; 180 件; exact; actual; 2025",
        ),
    ),
    (
        "接待游客、旅游总花费分别增长9%、8%，主要河湖水质达标率99%。",
        (
            "接待游客; growth; 9 %; exact; actual; 2025",
            "旅游总花费; growth; 8 %; exact; actual; 2025",
            "主要河湖水质达标率; level; 99 %; exact; actual; 2025",
        ),
    ),
    (
        "新增2个产业园、新入驻企业30家，加装、更新住宅电梯500部。",
        (
            "新增产业园; level; 2 个; exact; actual; 2025",
            "新入驻企业; level; 30 家; exact; actual; 2025",
            "加装、更新住宅电梯; level; 500 部; exact; actual; 2025",
        ),
    ),
)
"""Said under the heading 一、2025年工作回顾."""

REVIEW_OF_PLAN = (
    (
        "地方财政收入累计超过9000亿元，完成水土保持面积120万亩，五年增量达3000亿元。",
        (
            "地方财政收入; level; 9000 亿元; at_least; actual; 2021/2025",
            "水土保持面积; level; 120 万亩; exact; actual; 2021/2025",
            "水土保持面积增量; level; 3000 亿元; exact; actual; 2021/2025",
        ),
    ),
    (
        "公益林植树2600万株。",
        ("公益林植树; level; 2600 万株; exact; actual; 2021/2025",),
    ),
    (
        "粮食储备能力从2020年的30亿斤提高到36亿斤，义务教育巩固率达到96%。",
        (
            "粮食储备能力; level; 30 亿斤; exact; actual; 2020",
            "粮食储备能力; level; 36 亿斤; exact; actual; 2025",
            "义务教育巩固率; level; 96 %; exact; actual; 2025",
        ),
    ),
    (
        "地区生产总值从2020年的2万亿元增长到2025年的3万亿元，地方税收从900亿元增长到1300亿元。",
        (
            "地区生产总值; level; 2 万亿元; exact; actual; 2020",
            "地区生产总值; level; 3 万亿元; exact; actual; 2025",
            "地方税收; level; 900 亿元; exact; actual; 2020",
            "地方税收; level; 1300 亿元; exact; actual; 2025",
        ),
    ),
    (
        "农村劳动力转移就业120万人，农民外出务工560万人次。",
        (
            "农村劳动力转移就业; level; 120 万人; exact; actual; 2021/2025",
            "农民外出务工; level; 560 万人次; exact; actual; 2021/2025",
        ),
    ),
    (
        "完成80个乡镇卫生院改造。",
        ("乡镇卫生院改造; level; 80 个; exact; actual; 2021/2025",),
    ),
)
"""Said under the heading 一、“十四五”时期工作回顾."""

TASKS_OF_YEAR = (
    (
        "新能源汽车产业瞄准高端，加快整零协同。拓展海外市场，建设试车基地。产值突破900亿元。",
        ("新能源汽车产业产值; level; 900 亿元; at_least; target; 2026",),
    ),
    (
        "到2030年，产业结构更优。主要目标是：居民收入年均增长5%。",
        ("居民收入; average_growth; 5 %; exact; target; 2026/2030",),
    ),
    (
        "对照2035年远景目标，地区生产总值增长5%。",
        ("地区生产总值; growth; 5 %; exact; target; 2026",),
    ),
    (
        "建议地区生产总值增长5%。",
        ("地区生产总值; growth; 5 %; exact; target; 2026",),
    ),
)
"""Said under the heading 三、2026年重点工作."""

NO_FIGURES = (
    "行政村和30户以上自然村通了硬化路，清理单笔20万元以下欠款成效明显。",
    "违规三四轮车得到治理。",
)
"""Sizes of classes and approximate counts in names: no figures."""

"""Word lists behind `digest.language.names`; Chinese in simplified form."""

from __future__ import annotations

DOTS = "·•・‧∙．"
"""What stands between the parts of a foreign name."""

TRANSLITERATION = frozenset(
    "阿艾埃爱安昂奥巴拜班邦包鲍贝本比彼边宾滨波伯博卜布查柴昌楚茨慈次达大戴丹道德登邓迪底蒂丁东杜顿多厄恩尔法凡范方菲费芬丰冯佛夫弗福富盖甘冈高戈哥格葛根贡古瓜"
    "哈海汉豪赫黑亨洪胡华怀惠霍基吉季计加佳嘉贾简江杰金津卡凯坎康考科柯可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷李里利莉丽连林琳伦隆卢鲁路露罗洛马玛麦迈曼芒毛梅门蒙米密"
    "敏明莫默姆木穆纳乃奈南瑙内尼娜妮涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平珀普奇齐恰强乔切钦琴丘瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士舒斯思司松苏孙索塔泰坦汤"
    "唐陶特腾提田廷亭通图托瓦万旺威韦维魏温文沃翁乌武伍西希锡席霞夏香肖谢辛欣休修许雅亚延扬杨耶叶伊依易因英尤约赞泽扎詹章哲芝治朱兹宗佐祖逊姬嫩蓬珍珊琪琳卓仁仑"
    "伽迦茵蕾薇黛缇媞理龙莲玻赵吕勋弥弘藤鹤黎瑙喀塞焦辽宽隆尧坡娅嘎歇叙绪雄匈薛雪鸠钱蔡岑茜翰勃历白昂邱兹盛嫚列烈捷琼契诃陀妥屠娄茱侬梭笛堡罕礼采廉丝狄迭柏札渥裴朵蓓芙碧翠茉娃芭茹摩菈蔻妲"
)
"""Characters that spell foreign names, after the tables of Xinhua (1993), less the common function"
" words."""

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛"
    "尹段雷黎史龙贺陶顾毛郝龚邵万钱覃武严莫孔汤向常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮纪梅童凌毕单季裴霍涂成苗谷曲"
    "盛冉翁蓝路游辛靳欧管柴蒙华喻祁蒲房滕屈饶牟艾尤阳时穆司古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄"
    "肖闫洪赖柯骆鲍卓屠郁阙竺荀裘茅奚廉狄匡荆桓胥扈厉嵇莘雍蒯伊钮戈濮慕"
    "丛仲虞敖巩明佘池查麻苑迟乐朴阚隗芮鞠谌晁邝逄郦甯宓仝郗郜庾亓蔺茹"
)
JAPANESE_SURNAMES = frozenset(
    """
    佐藤 铃木 高桥 田中 伊藤 渡边 渡部 山本 中村 小林 加藤 吉田 山田 佐佐木 山口 松本 井上 木村 斋藤 斎藤
    清水 山崎 池田 桥本 阿部 石川 石井 石田 前田 藤田 小川 冈田 后藤 长谷川 村上 近藤 坂本 远藤 青木 藤井
    西村 福田 太田 三浦 冈本 松田 中岛 中山 中野 原田 藤原 小野 田村 竹内 金子 和田 上田 森田 安倍 岸田 石破
    麻生 河野 茂木 野田 鸠山 小泉 福岛 枝野 弘中 西川 永守 三木谷 柳井 丰田 稻盛 松下 本田 盐野 川崎 横山
    宫崎 宫本 内田 高木 安藤 岛田 谷口 大野 高田 丸山 今井 武田 村田 上野 杉山 增田 菅原 平野 大塚 小岛 千叶
    久保 松井 岩崎 樱井 木下 野口 松尾 菊地 菊池 野村 新井 大西 大谷 羽生 村山 福井 武井 上川 黑田 植田 白川
    细川 竹下 中曾根 宫泽 桥下 小池
    """.split()
)
"""The commonest, and those of statesmen and heads of firms; behind an office, a given name follows."""

COMPOUND_SURNAMES = (
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "司徒",
    "令狐",
    "夏侯",
    "端木",
    "闻人",
    "宇文",
    "南宫",
    "申屠",
    "淳于",
    "澹台",
    "钟离",
)

TITLES_ZH = (
    "先生 女士 小姐 太太 老师 师傅 阿姨 阿婆 大爷 大妈 大叔 奶奶 爷爷 叔叔 同学 教授 医生 医师 大夫 律师"
    " 法官 警官 工 总 董 导 主任 院长 校长 局长 处长 老板 经理 教练"
).split()
"""What stands behind a surname to address its bearer: 陆工, 何医生."""
ADDRESSES_ZH = frozenset([*TITLES_ZH, *"局 处 某 某某 氏 家 媒 企 军 方 队".split()])
"""What stands behind a surname and is no given name."""

ROLES_ZH = (
    "首席执行官 首席科学家 首席技术官 首席运营官 首席财务官 首席研究官 首席安全官 首"
    "席产品官 执行董事 独立董事 董事长 副董事长 董事 总裁 副总裁 总经理 副总经理 经理 总监"
    " 创始人 联合创始人 联创 创办人 合伙人 投资人 投资家 组织者 掌门人 负责人 发言人"
    " 代言人 主管 主任 副主任 主席 副主席 秘书长 会长 副会长 理事长 科学家 研究员 研究主管"
    " 研究人员 工程师 程序员 教授 副教授 导师 院士 博士 学者 专家 律师 法官 检察官"
    " 医生 护士 记者 编辑 主播 主持人 作家 作者 导演 演员 女演员 歌手 教练 主教练 球员 队长 船长 大副"
    " 机长 司机 站长 校长 院长 所长 局长 副局长 处长 科长 部长 副部长 省长 市长 副市"
    "长 县长 区长 镇长 村长 州长 总统 副总统 总理 副总理 首相 国王 女王 王子 议员 参议员 众议员"
    " 大使 书记 副书记 委员 常委 警长 警官 警员 消防员 队员 厂长 副厂长 分析师 顾问"
    " 经济学家 历史学家 企业家 慈善家 首富 前妻 妻子 丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 先生"
    " 女士 小姐 同事 员工 职员 工人 居民 村民 乘客 游客 目击者 幸存者 店主 老板 业主"
    " 执行长 财务长 营运长 技术长 资讯长 策略长 人资长 副总 董座 技师 防护员 体能师 理疗师"
    " 学生 老师 网红 博主 CEO CTO CFO COO 助理 代理 元老 教父"
    " 首席内容官 首席营销官 首席信息官 首席战略官 首席增长官 首席法务官 首席数据官 首席商务官"
    " 首席设计师 首席经济学家 首席分析师"
    " 首席工程师 首席架构师 总工程师 总设计师 内容长 行销长 法务长 产品长 数位长 总编辑 值班长 检查员"
    " 安全员 值班员 检验员 调查员"
    " 干事 总干事 秘书 司长 副司长 厅长 副厅长 署长 副署长 行长 副行长 社长 台长 馆长 组长 班长 区长"
    " 司令 船东 领航员 维修工"
    " 富翁 富豪 大亨 教宗 教皇 主教 公主 球星 门将 前锋 中场 后卫 拳王 球王 影帝"
).split()

ROLES_MORE_ZH = (
    "医师 主治医师 主任医师 车主 患者 病人 创办人 分析员 制片人 制作人 出品人 编剧 监制 影星 歌星 选手"
    " 运动员 驾驶员 支书 村支书 民警 护士长 董秘 监事 股东 实控人 原告 被告 受害人 受害者 嫌疑人 死者 伤者"
    " 家长 市民 网友 总编辑 总编 社长 台长 馆长 园长 台柱 司令 将军 少将 中将 上校 研究生 博士生 教师"
    " 班主任 讲师 院士 大使 领事 专员 处长 组长 班长 行长 董监高 合伙人 操盘手 设计师 建筑师 会计师 审计师"
    " 药剂师 飞行员 副台长 副院长 副校长 副行长 副厅长 厅长 司长 副司长 署长 前夫 岳父 养父 外婆 奶奶 爷爷"
    " 舅舅 侄子 外甥 孙子 孙女 老伴 遗孀 邻居 室友 同学 老乡 徒弟 师傅 外号 艺人 影后 影帝 女星 男星"
    " 行政总裁 运营官 财务官 技术官 法定代表人 法人代表 管理人 经纪人 代理人 监护人"
    " 会计 出纳 护林员 机修工 保洁员 售票员 渔民 木匠"
).split()
"""More of what stands before a name, where all texts together bear witness, not one sentence."""
CROWD_ZH = (
    "员工 职员 工人 居民 村民 乘客 游客 学生 老师 队员 球员 演员 同事 网友 市民 读者 患者 病人 家长 专家"
    " 学者 研究人员 记者 程序员 同学 教师 邻居 选手 运动员 股东 医生 护士 顾问 委员 代理 元老 议员"
).split()
"""Of whom there are many: what stands behind them is more often a word than a name."""
CROWD_ENDS = frozenset("商方者员户厂店")
"""What ends a word for one of many: 配送商."""
TRADES_ZH = (
    "汽车 科技 证券 集团 医疗 医药 药业 制药 智能 生物 电子 能源 动力 传媒 影业 影视 视频 娱乐 文化 网络"
    " 软件 信息 通信 通讯 半导体 微电子 资本 投资 基金 银行 保险 人寿 信托 地产 置业 置地 航空 航运 海运"
    " 物流 快递 速递 食品 饮料 乳业 酒业 服饰 家居 家电 教育 体育 游戏 音乐 出行 电器 电气 电力 机械 重工"
    " 钢铁 钢构 化工 材料 新材 股份 控股 实业 电商 百货 超市 酒店 旅游 文旅 矿业 石油 石化 燃气 环保 水务"
    " 建设 建筑 建工 农业 牧业 航天 船舶 船业 造船 渡轮 重科 机器人 实验室 有限公司 科创 创投 期货 金服"
    " 支付 外卖 直播 影院 院线 TV 流媒体 剧场 阅读 文学 漫画 玩具 动画 动漫 唱片 出版 光电 光伏 锂业 锂电"
    " 电池 电源 芯片 数据 数科 云 无人机 医院 诊所 口腔 眼科 足球俱乐部 篮球俱乐部 俱乐部 城投 交投"
    " 地铁 公交"
    " 精密 精工 装备 仪器 仪表 光学 玻璃 陶瓷 纸业 纺织 服装 鞋业 珠宝 黄金 铜业 铝业 煤业 焦化 储能"
    " 风电 核电 水电"
    " 油气 油服 海工 船坞 船厂 汽配 轮胎 客车 车业 制造 气象 遥感 测控 测绘 卫星 航宇 火箭 自动化"
    " 海产 水产 渔业 养殖 粮油 种业 乳品 茶饮 餐饮 咖啡 烘焙 火锅 园林 生技 检测 供应链 冷链 仓储"
    " 货运 客运 港务 港口 铁路 巴士 租赁 租车 单车 电信 电讯 有线 卫视 串流 影音 影城 戏院 文创"
    " 物业 保安 储蓄 资管 担保 小贷 互保 互助 互保协会 软体 资讯 面板 封测 律师事务所 会计师事务所 事务所"
    " 律师行"
    " 索道 缆车 乐园 邮轮 游轮 度假村 滑雪场 电梯 起重 检验 监理 盾构 桥梁 路桥 水泥 建材"
    " 微芯 芯微 微纳 光刻 晶圆 集成电路 云计算 安防 精机 模具"
    " 天然气 热力 供水 水电站 风力 核能 煤矿 油田 管道 冶金 特钢 稀土 化肥 农化 饲料 肉业 糖业 盐业"
    " 茶业 酒庄"
    " 美妆 日化 护肤 家纺 箱包 眼镜 手表 文具 剧院 票务 经纪 典当"
    " 医美 养老 疫苗 诊断 器械 药房 体检 牙科 月子 宠物 托育 网校 留学 民宿"
).split()
"""What a firm's long name has behind its short one."""

SPEECH_ZH = (
    "表示 指出 认为 宣布 透露 强调 称 说 写道 告诉 回应 坦言 补充 解释 呼吁 警告 承"
    "认 否认 回忆 介绍 提到 提醒 直言 声称 表态 发文 坚称 质疑 感叹 说道 谈到 反驳"
    " 证实 说过 解雇 辞职 离职 离开 加入 接任 担任"
    " 出任 创立 创办"
).split()

SAID = "(?<![小传学])说"
"""Pattern of the verb: 小说, 传说 and 学说 end with it and say nothing."""

GIVEN_NAMES = frozenset(
    """
    aaron adam adrian ahmed aidan alan albert alec alex alexander alexandra alexei alfred ali alice
    alicia allison amanda amy ana andre andrea andreas andrej andres andrew andrey angela anita ann
    anna anne anthony antonio ari ariel arthur arvind ashley ashton audrey barbara barret barry
    beatrice ben benjamin bernard beth bill bob boris brad bradley brandon brenda brendan brett
    brian bruce bryan caitlin calvin camille carl carla carlos carmen carol caroline cassidy
    catherine cecilia cedric chad charles charlotte chen chloe chris christian christina christine
    christopher claire clara claudia colin connor craig cullen cynthia dan daniel daniela daniele
    dario dave david dawn dean deborah demis denis dennis derek diana diane diego dmitri dmitry
    dominic don donald donna dorothy douglas duncan dylan eddie edgar eduardo edward edwin eileen
    elaine eleanor elena elena eli elias elizabeth ella ellen elon emily emma emmanuel emmett eric
    erica erik erin ernest ethan eugene eva evan evelyn fatima felix fernando fiona florence frances
    francesca francis francois frank franz fred frederick gabriel gareth gary gavin geoff geoffrey
    george gerald giovanni glen glenn gloria gordon grace graham greg gregory guillermo gustavo
    hannah hans harold harriet harry hassan heather hector helen helena henrik henry herbert howard
    hugh hugo ian ibrahim igor ilya imran ingrid irene isaac isabel isabella ivan jack jacob
    jacqueline jakub james jamie jan jane janet jared jason javier jay jean jeff jeffrey jennifer
    jensen jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel johan johannes john
    johnny jon jonas jonathan jordan jorge jose joseph joshua juan judith julia julian julie june
    justin kai karen karl karim kate katherine kathleen katie kayla keith kelly ken kenneth kenji
    kevin khalid kim kimberly klaus kristen kurt kyle larry lars laura lauren laurence lawrence lea
    lee lena leo leon leonard leonardo leopold leslie lewis liam lily linda lindsay lisa liz lori
    louis louise luca lucas lucy luis luke lydia lynn madeleine marc marcel marco marcus margaret
    maria marie marina mario mark marta martha martin mary matt matthew maurice max maya megan
    mehmet mei melanie melissa mia michael michelle miguel mike mikhail mira miranda mohamed
    mohammed monica morgan muhammad nadia nancy naomi natalie natasha nathan nathaniel neil nicholas
    nick nicola nicolas nicole nikita nina noah noam nora norman oleg oliver olivia omar oscar owen
    pablo pamela patricia patrick paul paula pavel pedro peter petra phil philip philippe pierre
    prafulla priya quentin rachel rafael ralph ramon raymond rebecca reid ricardo richard rick rita
    rob robert roberto robin rodrigo roger roland ron ronald rosa rose ross roy ruben rupert russell
    ruth ryan sabrina sally salman sam samantha samir samuel sandra sanjay sara sarah satya scarlett
    scott sean sebastian sergei sergey sergio shane shannon sharon shaun sheryl sherry sheila
    shirley simon sofia sonia sophia sophie spencer stacy stanley stefan stella stephanie stephen
    steve steven stuart sue sundar susan suzanne sven sylvia tanya tara tasha ted teresa terry
    theodore theresa thomas tim timothy tina toby todd tom tommy tony tracy trevor tyler ursula
    valerie vanessa vera veronica victor victoria vijay vincent virginia vivian vladimir walter wang
    wanda warren wayne wendy werner will william winston wojciech xavier yann yasmin yoshua yuki
    yusuf zachary zoe zuhayeer ilia masayoshi morris
    """.split()
)

ROLES_EN = frozenset(
    """
    ceo cto cfo coo mr mrs ms miss dr prof professor president chairman chairwoman chair director
    captain governor mayor minister premier senator representative judge chief officer executive
    secretary analyst engineer researcher scientist founder cofounder co-founder spokesman
    spokeswoman spokesperson manager head sergeant lieutenant inspector superintendent commissioner
    ambassador sir lord lady king queen prince princess rabbi reverend coach sheriff detective
    justice general colonel skipper economist scholar lawyer attorney oceanographer geologist historian
    physicist biologist chemist broker trader consultant adviser teacher farmer speaker
    congressman congresswoman councilman councilwoman deputy chancellor treasurer
    actor actress administrator advisor archbishop author ayatollah bishop cardinal cartoonist comedian
    billionaire millionaire tycoon mogul magnate financier philanthropist entrepreneur industrialist
    swimmer sprinter golfer footballer striker goalkeeper boxer gymnast cyclist
    constable correspondent doctor filmmaker journalist magistrate marshal monsignor musician novelist pastor
    photographer principal producer prosecutor publicist rapporteur reporter singer trooper writer
    """.split()
)
BEFORE_NAMES_EN = ROLES_EN | frozenset(
    """
    leader host resident neighbor neighbour witness victim
    presidents senators ministers governors actors actresses hosts justices secretaries
    """.split()
)
"""What stands before a name and is no part of it; a firm may be a leader or a host, too."""
ROLES_AND_SURNAMES_EN = frozenset(
    "king prince lord judge farmer bishop singer cardinal marshal constable pastor deputy head".split()
)
"""..but behind a given name these are surnames: Larry King, Paul Farmer."""

SPEECH_EN = frozenset(
    "said says told wrote writes added announced resigned quit left joined tweeted"
    " posted argued insisted acknowledged denied"
    " admitted warned explained called testified".split()
)

NATIONAL_EN = frozenset(
    "chinese american british european japanese french german russian taiwanese asian".split()
)
NOT_NAMES = NATIONAL_EN | frozenset(
    """
    the a an in on at but and or when after before as if so for from by with while since until
    during although because he she it they we i you this that these those his her its their our my
    what who why how where there here monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december mon tue wed
    thu fri sat sun according however meanwhile also then now today yesterday last next both all
    some many most more no not yes new old two three four five six seven eight nine ten several
    police officials workers residents only even still despite under over about between among
    against
    """.split()
)

ORGANISATIONS_EN = frozenset(
    """
    inc corp corporation co ltd llc plc group holdings university institute college school bank
    union association federation council commission committee ministry department agency authority
    bureau office court foundation society party airlines airways technologies technology systems
    laboratories labs lab partners capital ventures advisory times post journal news magazine
    intelligence motors electric energy steel shipping lines ferries ferry railway port hospital
    center centre company service services board league club trust network studio studios press
    securities pictures media entertainment pharmaceuticals pharma films games insurance automotive
    semiconductor semiconductors biotech
    government parliament senate caucus congress army navy police guard video fund guild exchange academy
    museum administration directorate tribunal alliance coalition healthcare robotics airport broadcaster
    sports records
    """.split()
)
HEADS_EN = frozenset(
    """
    university institute college school bank union association federation council commission committee
    ministry department agency authority bureau office court foundation society party hospital center centre
    board league government parliament senate congress army navy guard fund guild academy museum journal
    corporation club trust port administration directorate tribunal alliance coalition service network
    """.split()
)
"""Of them, those that have behind "of" or "for" what they do or where they are; no steel, no technology."""
ORGANISATIONS_ZH = (
    "有限公司 大学 学院 银行 研究院 研究所 研究中心 委员会 协会 工会 联合会 法院 检"
    "察院 海事局 交通局 公安局 消防局 管理局 监管局 安全局 运输部 交通部 外交部 卫生"
    "部 卫健委 警察局 海警局 海巡署"
    " 商会 医院 俱乐部 理事会 联盟 基金会 法庭 仲裁庭 仲裁院 仲裁委 交易所 证交所 出版社 电视台 通讯社"
    " 大使馆"
    " 教育部 国防部 财政部 商务部 农业部 公安部 司法部 内政部 劳工部 能源部 国务院 教育厅 卫生厅 公安厅"
    " 财政局 环保局 航天局 派出所 议会 国会 立法会 市政府 省政府 县政府 区政府 学会 公会 总会 组委会"
    " 奥委会 博物馆 救援队 执委会 互保协会 资产管理公司 资产公司 城投 交投 建投 农商行 监察院 实验室"
    " 办公室 科学院 管委会 检验所 检验院 检测所 检测院 特检院 特检所 指挥部 景区 研究会"
    " 工程院 气象台 天文台 船级社 乐团 剧院 美术馆 监管署 调查组"
    " 安全署 卫生署 环保署 能源署 移民署 开发署 规划署 管理署 难民署 警务处 入境处"
    " 计量院 设计院 规划院 联会 律师行"
    " 高院 检察厅 检察署 地检署 航空局 民航总局 缉毒局 情报局 特勤局 移民局 消防署 警政署 调查局"
).split()
WORLDWIDE_ZH = "组织 机构".split()
"""What a body of the whole world may end in, too (国际海事组织): elsewhere they are many."""
FEDERATIONS_ZH = (
    "泳联 足联 篮联 排联 乒联 羽联 网联 田联 体联 滑联 雪联 棋联 冰联 曲联 剑联 举联 射联 马联 摔联 拳联 自盟"
    " 足协 篮协 泳协 排协 田协 乒协 羽协 网协 棋协 滑协 足总"
).split()
"""What federations of a sport are called for short, behind whose they are: 国际泳联."""

CENTRES_ZH = (
    "监督 管理 检测 检验 监测 服务 指挥 调度 应急 交易 控制 救助 评估 测试 调查 认证 审查 审评 仲裁 培训"
    " 登记 结算 鉴定 防治 保护 救援 观测 预报 监察 咨询 运行 发射 应变 搜救 预警 防控"
).split()
"""What is done at a centre that is an institution (疾病预防控制中心), and no place (购物中心)."""

AGENCIES_ZH = (
    "市场监督管理总局 市场监督管理局 市场监管总局 市场监管局 市监总局 市监局 药品监督管理局 药监局"
    " 卫生健康委员会 卫健委 证券监督管理委员会 证监会 证监局 发展和改革委员会 发改委 网信办 广播电视总局"
    " 广电总局 广电局 版权局 知识产权局 应急管理部 应急管理局 应急局 生态环境部 生态环境局 民航局 海关总署"
    " 税务总局 金融监管总局 教育局 工信局 住建局 新闻出版署 疾控局 疾控中心 铁路局 气象局 地震局 统计局"
    " 审计署 审计局 医保局 人社局 城管局 文旅局 体育总局 财政部 商务部 外交部 国防部 司法部 教育部"
    " 交通运输部"
    " 公安部 农业农村部 自然资源部 应急管理厅 应急厅 交通运输厅 住建厅 文旅厅 市监厅 工信厅 商务厅"
    " 财政厅 民政厅"
    " 消防救援局 消防救援总队 消防救援支队 质监局 安监局 发改局 交通运输局 住房和城乡建设局 纪委监委"
    " 监察委员会 国资委 最高法院 最高人民法院 最高检 最高人民检察院"
    " 警视厅 外务省 法务省 财务省 防卫省 厚生劳动省 厚劳省 经济产业省 经产省 国土交通省 国交省 文部科学省"
    " 金融厅 气象厅 警察厅 消防厅 卫福部 警政署 消防署"
).split()
FIRMS_EN = (
    "company firm start-up startup maker carmaker automaker chipmaker drugmaker chain group supplier"
    " developer studio broker brokerage retailer operator platform regulator watchdog agency bank lender"
    " manufacturer streamer publisher airline insurer conglomerate contractor"
).split()
"""What an English text calls an organisation when it explains its name."""

TRADES_EN = {
    "motors": "汽车", "automotive": "汽车", "technology": "科技", "technologies": "科技",
    "tech": "科技", "securities": "证券", "group": "集团", "medical": "医疗", "pictures": "影业",
    "films": "影业", "studios": "影业", "media": "传媒", "entertainment": "娱乐", "video": "视频",
    "fund": "基金",
    "capital": "资本", "bank": "银行", "holdings": "控股", "insurance": "保险", "energy": "能源",
    "pharma": "医药", "pharmaceuticals": "药业", "games": "游戏", "steel": "钢铁", "airlines": "航空",
    "airways": "航空", "shipping": "航运", "semiconductor": "半导体", "electric": "电气",
    "biotech": "生物", "culture": "文化", "software": "软件", "education": "教育", "foods": "食品",
    "intelligence": "智能", "music": "音乐", "network": "网络", "logistics": "物流", "inc": "",
    "sports": "体育", "auto": "汽车", "automobile": "汽车", "robotics": "机器人", "mobility": "出行",
    "aerospace": "航天", "aviation": "航空", "telecom": "通信", "properties": "置业", "realty": "地产",
    "investment": "投资", "trust": "信托", "chemical": "化工", "chemicals": "化工", "dairy": "乳业",
    "battery": "电池", "batteries": "电池", "life": "人寿", "solar": "光伏", "mining": "矿业",
    "hotels": "酒店", "precision": "精密", "mutual": "互保", "savings": "储蓄",
    "space": "航天", "travel": "旅游", "express": "快递", "ferries": "渡轮", "power": "电力",
    "machinery": "机械", "materials": "材料", "hospital": "医院", "club": "俱乐部",
    "corp": "", "corporation": "", "co": "", "ltd": "", "company": "",
}  # fmt: skip
"""What a firm's long English name has behind its short one, and what that is in Chinese."""
COUNTRIES_EN = frozenset(
    """
    china taiwan japan korea india germany france russia canada nigeria iraq syria iran israel egypt turkey
    ukraine brazil mexico spain italy greece poland australia pakistan afghanistan vietnam thailand indonesia
    malaysia philippines kenya ethiopia lebanon switzerland norway sweden denmark finland austria hungary
    argentina chile colombia venezuela peru
    """.split()
)
WIDE_EN = COUNTRIES_EN | frozenset(
    """
    general national international global united first royal central american chinese british new great
    northern southern eastern western north south east west pacific atlantic asia asian europe european world
    universal standard union digital advanced beijing shanghai shenzhen guangzhou hangzhou london paris tokyo
    singapore california texas boston chicago hong earth gas public
    """.split()
)
"""Opens the names of many firms, and names none of them alone."""

PLACE_HEADS_EN = frozenset(
    """
    hall street avenue road lane drive boulevard square park garden gardens bridge tower house building palace
    castle cathedral church chapel temple mosque theatre theater cinema arena stadium hotel motel inn mall
    plaza terminal dam mine lake river creek bay beach island islands mountain mountains mount hill hills
    valley canyon desert forest coast cape peninsula county city town village district province canal
    """.split()
)
"""What the name of a place ends in: Roy Thomson Hall is no Roy.."""
PLACES_AND_SURNAMES_EN = frozenset(
    """
    hall street lane drive square park garden gardens bridge tower house castle church chapel temple inn lake
    creek mount hill hills forest cape
    """.split()
)
"""..but these are surnames, too: Erica Hill."""

PLACES = frozenset(
    "纽约 伦敦 巴黎 柏林 莫斯科 华盛顿 洛杉矶 旧金山 西雅图 波士顿 芝加哥 多伦多 温"
    "哥华 悉尼 墨尔本 新加坡 曼谷 马尼拉 雅加达 孟买 德里 迪拜 开罗 罗马 米兰 马德里"
    " 巴塞罗那 维也纳 布鲁塞尔 阿姆斯特丹 日内瓦 苏黎世 斯德哥尔摩"
    " 奥斯陆 哥本哈根 赫尔辛基 华沙 布拉格 布达佩斯 雅典 伊斯坦布尔 德黑兰 巴格达 加"
    "利福尼亚 加州 得克萨斯 佛罗里达 硅谷 英国 美国 法国 德国 俄罗斯 乌克兰 以色列"
    " 伊朗 印度 澳大利亚 加拿大 巴西 阿根廷".split()
)

NATIONS_ZH = frozenset(
    "中国 美国 英国 法国 德国 日本 韩国 朝鲜 俄罗斯 印度 台湾 香港 澳门 加拿大 澳大利亚 澳洲 新西兰 新加坡"
    " 瑞士 瑞典 挪威 丹麦 芬兰 荷兰 比利时 奥地利 意大利 西班牙 葡萄牙 希腊 波兰 捷克 匈牙利 乌克兰 土耳其"
    " 以色列 伊朗 伊拉克 埃及 南非 尼日利亚 肯尼亚 沙特 阿联酋 卡塔尔 黎巴嫩 巴基斯坦 孟加拉国 泰国 越南"
    " 马来西亚 印尼 印度尼西亚 菲律宾 巴西 阿根廷 智利 墨西哥 哥伦比亚 委内瑞拉 古巴 爱尔兰".split()
)
"""What stands before the name of a body to say of which country it is."""

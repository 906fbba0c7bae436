// Words of the page that explains prices and units.
export default {
  en: {
    why: "Why", back: "Result", ask: "Name a bus or a unit, and a period.", question: "Question", explain: "Explain", bus: "Bus", unit: "Unit",
    period: "Period", periodHint: "its number, or a time such as 18:00", priceAt: "{0} at bus {1} in period {2}", unitAt: "Unit {0} in period {1}: {2}", off: "off",
    storage: "Storage", energy: "Energy", congestion: "Congestion", loss: "Losses", limit: "Limit", after: "after the outage of",
    shiftFactor: "Shift factor", shadowPrice: "Shadow price", adds: "Adds", atMargin: "At the margin", output: "Output",
    nextMwh: "Next MWh costs", moves: "Can move", both: "both ways", upOnly: "up", shares: "What adds up to the price", components: "Components",
    limits: "Binding limits", product: "Each adds its shift factor at the bus times its shadow price, against its direction.",
    noLimits: "No limit binds in this period.", noMargin: "Nothing can move by itself: limits meet.", whyOn: "Why it runs", whyOff: "Why it is off",
    priceThere: "Price at its bus", runOf: "Periods alike", profit: "Profit at these prices", profitIf: "Profit at these prices, if it ran at its best",
    incomeCost: "income {0}, cost {1}", wouldStart: "What would start it", startsAlready: "prices cover it already; see the reasons",
    startsAt: "{0} more over these periods", charge: "Charges", discharge: "Gives", level: "Level", whatIf: "What if",
    oneMore: "1 MW more at bus {0}", offerUp: "the offer of {0} were 10 {1}/MWh dearer", without: "the outage of {0} need not be survived", limitUp: "the limit of {0} were 10 % higher",
  },
  zh: {
    why: "价格原因", back: "结果", ask: "请输入节点或机组，以及时段。", question: "提问", explain: "解释", bus: "节点", unit: "机组",
    period: "时段", periodHint: "时段编号，或时间如 18:00", priceAt: "{0}，节点 {1}，时段 {2}", unitAt: "机组 {0}，时段 {1}：{2}", off: "停机",
    storage: "储能", energy: "电能量", congestion: "阻塞", loss: "网损", limit: "约束", after: "故障后：",
    shiftFactor: "灵敏度因子", shadowPrice: "影子价格", adds: "价格分量", atMargin: "边际机组", output: "出力",
    nextMwh: "下一兆瓦时成本", moves: "可调方向", both: "双向", upOnly: "仅上调", shares: "价格构成", components: "价格分量",
    limits: "起作用的约束", product: "每个约束的分量等于节点灵敏度因子乘以影子价格（反方向）。",
    noLimits: "此时段没有起作用的约束。", noMargin: "没有可单独调整的资源：多个约束同时起作用。", whyOn: "运行原因", whyOff: "停机原因",
    priceThere: "所在节点价格", runOf: "连续时段", profit: "按当前价格的收益", profitIf: "若以最优出力运行的收益",
    incomeCost: "收入 {0}，成本 {1}", wouldStart: "启动所需", startsAlready: "价格已足够；见原因说明",
    startsAt: "这些时段还需增加收入 {0}", charge: "充电", discharge: "放电", level: "电量", whatIf: "假设分析",
    oneMore: "节点 {0} 增加 1 MW", offerUp: "{0} 报价提高 10 {1}/MWh", without: "不考虑 {0} 故障", limitUp: "{0} 限额提高 10 %",
  },
};

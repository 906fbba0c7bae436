export default {
  en: {
    title: "Versions made by hand: {0}", none: "Nothing was changed by hand on these dates.", cycle: "Cycle", version: "Version", changed: "What was changed", papers: "Papers", new: "Change a version by hand",
    how: "The case is cleared again with what is fixed here; the version before stays. The new one is checked, submitted and approved by another account on its own page.", noVersion: "{0} has no version on {1}.", what: "What", id: "Unit, storage, load, tie line, bus or zone", amount: "Amount, MW or yuan/MWh", fromPeriod: "First period", toPeriod: "Last period", periodHint: "from 1; all periods if left empty",
    add: "Add the change", ofVersion: "Made from", drop: "Leave out change {0}", nothingYet: "No change yet.", make: "Make the version",
    unitOn: "unit runs", unitOff: "unit is off", unitMw: "output of a unit", storage: "most of a storage", loads: "most of a load that bids", tieLine: "schedule of a tie line", busPrice: "price of a bus", zonePrice: "price of a zone",
  },
  zh: {
    title: "人工修改的版本：{0}", none: "这些日期没有人工修改。", cycle: "轮次", version: "版本", changed: "修改内容", papers: "附件", new: "人工修改版本",
    how: "按此处固定的内容重新出清，原版本保留。新版本在其页面上检查、提交，并由另一账户批准。", noVersion: "{0} 在 {1} 没有版本。", what: "内容", id: "机组、储能、负荷、联络线、节点或分区", amount: "数值，MW 或元/MWh", fromPeriod: "首时段", toPeriod: "末时段", periodHint: "从 1 起；留空为全部时段",
    add: "加入修改", ofVersion: "基于版本", drop: "去掉第 {0} 项修改", nothingYet: "尚无修改。", make: "生成版本",
    unitOn: "机组运行", unitOff: "机组停机", unitMw: "机组出力", storage: "储能上限", loads: "可调负荷上限", tieLine: "联络线计划", busPrice: "节点价格", zonePrice: "分区价格",
  },
};

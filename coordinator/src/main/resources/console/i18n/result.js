// Words of the page of results.
export default {
  en: {
    results: "Results", version: "version {0}", cycle: "run {0}", shown: "Shown", newest: "newest version", beside: "Beside it", nothingBeside: "nothing",
    why: "Why", whatIf: "What if", picture: "Network picture", time: "Time", load: "load", dispatch: "Dispatch by fuel", commitment: "Commitment",
    loadPeak: "Load peaks at {0} MW at {1}", outputPeak: "Output peaks at {0} MW at {1}", unitsOn: "{0} of {1} units run; sorted by their first start",
    firstOf: " (the first {0} of {1})", prices: "Prices", pricePeak: "Highest price {0} at bus {1} at {2}", binds: "{0} binds", after: "after the outage of",
    highest: "highest", mean: "mean, by load", lowest: "lowest", reserves: "Reserve", reserveHeld: "{0}: held as required", reserveShort: "{0}: {1} MW short at {2}",
    held: "held", required: "required", differences: "Differences", energyOf: "Energy of {0}", meanPrice: "Mean price", unitsChanged: "Units with another commitment",
    unitsAre: "They are: {0}",
  },
  zh: {
    results: "结果", version: "版本 {0}", cycle: "第 {0} 次", shown: "显示", newest: "最新版本", beside: "对比", nothingBeside: "不对比",
    why: "价格原因", whatIf: "假设分析", picture: "网络图", time: "时间", load: "负荷", dispatch: "分燃料出力", commitment: "机组组合",
    loadPeak: "负荷峰值 {0} MW，时间 {1}", outputPeak: "出力峰值 {0} MW，时间 {1}", unitsOn: "{1} 台机组中 {0} 台运行；按首次启动排序",
    firstOf: "（前 {0} 台，共 {1} 台）", prices: "价格", pricePeak: "最高价格 {0}，节点 {1}，时间 {2}", binds: "{0} 约束起作用", after: "故障后：",
    highest: "最高", mean: "负荷加权平均", lowest: "最低", reserves: "备用", reserveHeld: "{0}：满足要求", reserveShort: "{0}：缺 {1} MW，时间 {2}",
    held: "已留", required: "要求", differences: "差异", energyOf: "{0} 电量", meanPrice: "平均价格", unitsChanged: "组合不同的机组数",
    unitsAre: "机组：{0}",
  },
};

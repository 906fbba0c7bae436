// Words of the page of results.
export default {
  en: {
    results: "Results", version: "version {0}", cycle: "run {0}", shown: "Shown", newest: "newest version", beside: "Beside it", nothingBeside: "nothing",
    why: "Why", whatIf: "What if", picture: "Network picture", time: "Time", load: "load", dispatch: "Dispatch by fuel", commitment: "Commitment",
    loadPeak: "Load peaks at {0} MW at {1}", outputPeak: "Output peaks at {0} MW at {1}", unitsOn: "{0} of {1} units run; sorted by their first start",
    firstOf: " (the first {0} of {1})", prices: "Prices", pricePeak: "Highest price {0} at bus {1} at {2}", binds: "{0} binds", after: "after the outage of",
    highest: "highest", mean: "mean, by load", lowest: "lowest", reserves: "Reserve", reserveHeld: "{0}: held as required", reserveShort: "{0}: {1} MW short at {2}",
    held: "held", required: "required", differences: "Differences", energyOf: "Energy of {0}", meanPrice: "Mean price", orDay: "or another day", unitHours: "Unit hours", reserveHeldOf: "Reserve {0}, held", reserveAsked: "Reserve {0}, required", reservePrice: "Reserve {0}, price",
    sameCommitment: "Every unit has the same commitment.", unitsDiffer: "{0} units have another commitment.", unitOf: "Unit", fuel: "Fuel", hoursWas: "On before", hoursIs: "On after", differsAt: "Differs at",
    noFlows: "Limits of flows are not to be seen here.", nothingBinds: "No limit binds on either side.", limitsDiffer: "{0} limits bind; {1} of them on one side alone.", flowsOf: "Flows at their limits", limitOf: "Limit", flowWas: "Flow before", flowIs: "Flow after", priceWas: "Shadow price before", priceIs: "after", changeOf: "Change",
  },
  zh: {
    results: "结果", version: "版本 {0}", cycle: "第 {0} 次", shown: "显示", newest: "最新版本", beside: "对比", nothingBeside: "不对比",
    why: "价格原因", whatIf: "假设分析", picture: "网络图", time: "时间", load: "负荷", dispatch: "分燃料出力", commitment: "机组组合",
    loadPeak: "负荷峰值 {0} MW，时间 {1}", outputPeak: "出力峰值 {0} MW，时间 {1}", unitsOn: "{1} 台机组中 {0} 台运行；按首次启动排序",
    firstOf: "（前 {0} 台，共 {1} 台）", prices: "价格", pricePeak: "最高价格 {0}，节点 {1}，时间 {2}", binds: "{0} 约束起作用", after: "故障后：",
    highest: "最高", mean: "负荷加权平均", lowest: "最低", reserves: "备用", reserveHeld: "{0}：满足要求", reserveShort: "{0}：缺 {1} MW，时间 {2}",
    held: "已留", required: "要求", differences: "差异", energyOf: "{0} 电量", meanPrice: "平均价格", orDay: "或另一日", unitHours: "机组运行小时", reserveHeldOf: "备用 {0}（已留）", reserveAsked: "备用 {0}（要求）", reservePrice: "备用 {0} 价格",
    sameCommitment: "各机组组合相同。", unitsDiffer: "{0} 台机组组合不同。", unitOf: "机组", fuel: "燃料", hoursWas: "原运行", hoursIs: "现运行", differsAt: "不同时段",
    noFlows: "此处不能查看潮流约束。", nothingBinds: "两侧均无起作用的约束。", limitsDiffer: "{0} 个约束起作用，其中 {1} 个仅在一侧。", flowsOf: "达到限值的潮流", limitOf: "约束", flowWas: "原潮流", flowIs: "现潮流", priceWas: "原影子价格", priceIs: "现影子价格", changeOf: "变化",
  },
};

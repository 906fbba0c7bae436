// Words of the page of load and output curves.
export default {
  en: {
    title: "Load and output by group", kind: "Curves of", loads: "loads", units: "units", by: "by", type: "registered type", owner: "member", from: "from", to: "to",
    none: "There are no results of {0} in these days.", unnamed: "not registered", curves: "Curves of {0}", peak: "{0} takes most, {1} MW at {2}", peakOf: "{0} gives most, {1} MW at {2}", energy: "Energy from {0} to {1}", group: "Group",
    energyOf: "Energy", share: "Share", greatest: "Greatest", at: "at", hours: "Hours", missing: "Periods without a number", alarms: "{0} alarms about these versions", cycle: "Run",
  },
  zh: {
    title: "分类负荷与发电曲线", kind: "曲线", loads: "负荷", units: "机组", by: "按", type: "注册类型", owner: "成员", from: "从", to: "至",
    none: "这些日期没有 {0} 的结果。", unnamed: "未注册", curves: "{0} 的曲线", peak: "{0} 用电最多：{1} MW，时间 {2}", peakOf: "{0} 发电最多：{1} MW，时间 {2}", energy: "{0} 至 {1} 的电量", group: "分组",
    energyOf: "电量", share: "占比", greatest: "最大", at: "时间", hours: "小时", missing: "缺数时段", alarms: "这些版本有 {0} 个警报", cycle: "轮次",
  },
};

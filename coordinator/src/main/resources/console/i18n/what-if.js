// Words of the page that asks what a change would do.
export default {
  en: {
    whatIf: "What if", back: "Result", why: "Why", ask: "Choose a change; the address keeps the question.", change: "Change", element: "Element",
    elementHint: "id of a bus, branch, outage, unit or flowgate", amount: "Amount", amountHint: "MW, money per MWh, or a factor such as 1.1", window: "When",
    onePeriod: "in the period below", allDay: "all day", bus: "Bus", busHint: "whose price is of interest", period: "Period", dispatch: "Dispatch it",
    addLoad: "load added at a bus (MW)", withoutContingency: "an outage need not be survived", branchOutage: "a branch out", branchBack: "a planned outage taken away",
    offers: "an offer dearer (per MWh)", branchLimit: "the limit of a branch times", flowgateLimit: "the limit of a flowgate times", load: "all load times",
    costsMore: "It would cost {0} {1} more", costsLess: "It would cost {0} {1} less", kept: "The commitment is fixed as it was: no unit starts or stops for the change. Dispatched anew in {0} s.",
    objective: "Objective", shed: "Load not served", priceOf: "Price of bus {0} at {1}", inAll: "In all", prices: "Prices", meanPrice: "Mean price by load, before and with the change",
    before: "before", afterwards: "with the change", units: "Units, storages and loads that change ({0})", buses: "Buses whose price changes ({0})", limits: "Limits whose shadow price changes ({0})",
    kind: "Kind", limit: "Limit", afterOutage: "after the outage of",
  },
  zh: {
    whatIf: "假设分析", back: "结果", why: "价格原因", ask: "请选择变化；网址保留该问题。", change: "变化", element: "元件",
    elementHint: "节点、支路、故障、机组或断面的编号", amount: "数量", amountHint: "MW、每兆瓦时价格，或系数如 1.1", window: "时间范围",
    onePeriod: "下方时段", allDay: "全天", bus: "节点", busHint: "关注其价格", period: "时段", dispatch: "重新调度",
    addLoad: "节点增加负荷 (MW)", withoutContingency: "不考虑某故障", branchOutage: "支路停运", branchBack: "取消计划停运",
    offers: "报价提高（每兆瓦时）", branchLimit: "支路限额乘以", flowgateLimit: "断面限额乘以", load: "全部负荷乘以",
    costsMore: "成本将增加 {0} {1}", costsLess: "成本将减少 {0} {1}", kept: "机组组合保持不变：不会因此变化而启停机组。重新调度用时 {0} 秒。",
    objective: "目标函数", shed: "未供负荷", priceOf: "节点 {0} 在 {1} 的价格", inAll: "总体", prices: "价格", meanPrice: "负荷加权平均价格，变化前后",
    before: "变化前", afterwards: "变化后", units: "{0} 个机组、储能和负荷发生变化", buses: "{0} 个节点价格变化", limits: "{0} 个约束影子价格变化",
    kind: "类型", limit: "约束", afterOutage: "故障后：",
  },
};

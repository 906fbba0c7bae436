export default {
  en: {
    title: "Cases of {0}", noStudy: "This run cleared no cases.", case: "Case", cases: "Cases", cost: "Cost", delta: "Δ to the base", lmp: "Mean price", lmpMax: "Highest price", starts: "Starts", shed: "Not served", curtailed: "Curtailed", binding: "Binding", rent: "Congestion rent", gap: "Gap", audit: "Audit", seconds: "Time",
    pick: "A row that is chosen stands on the right below.", sideBySide: "Two side by side", a: "left", b: "right", chooseTwo: "Choose two cases.", resultOf: "Result of {0}", prices: "Mean price of the zones by period",
  },
  zh: {
    title: "{0} 的算例", noStudy: "此运行没有出清算例。", case: "算例", cases: "算例", cost: "成本", delta: "与基准之差", lmp: "平均价格", lmpMax: "最高价格", starts: "启动次数", shed: "未供电量", curtailed: "弃电量", binding: "起作用约束", rent: "阻塞盈余", gap: "间隙", audit: "审计", seconds: "耗时",
    pick: "所选行显示在下方右侧。", sideBySide: "两例对比", a: "左", b: "右", chooseTwo: "请选择两个算例。", resultOf: "{0} 的结果", prices: "各时段分区平均价格",
  },
};

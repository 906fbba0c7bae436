export default {
  en: {
    title: "Cases of {0}", noStudy: "This run cleared no cases.", case: "Case", cases: "Cases", cost: "Cost", delta: "Δ to the base", lmp: "Mean price", lmpMax: "Highest price", starts: "Starts", shed: "Not served", curtailed: "Curtailed", binding: "Binding", rent: "Congestion rent", gap: "Gap", audit: "Audit", seconds: "Time",
    pick: "A row that is chosen stands on the right below.", sideBySide: "Two side by side", a: "left", b: "right", chooseTwo: "Choose two cases.", resultOf: "Result of {0}", prices: "Mean price of the zones by period",
    sweep: "Over both parameters", smalls: "Case by case, on one scale", figure: "Figure", "small-price": "mean price", "small-highest": "highest price", "small-load": "load", "small-reserve": "reserve held", outputOf: "output of {0}", before: "Before", next: "Next", ofCases: "{0}–{1} of {2} cases",
  },
  zh: {
    title: "{0} 的算例", noStudy: "此运行没有出清算例。", case: "算例", cases: "算例", cost: "成本", delta: "与基准之差", lmp: "平均价格", lmpMax: "最高价格", starts: "启动次数", shed: "未供电量", curtailed: "弃电量", binding: "起作用约束", rent: "阻塞盈余", gap: "间隙", audit: "审计", seconds: "耗时",
    pick: "所选行显示在下方右侧。", sideBySide: "两例对比", a: "左", b: "右", chooseTwo: "请选择两个算例。", resultOf: "{0} 的结果", prices: "各时段分区平均价格",
    sweep: "双参数", smalls: "逐例对照（同一刻度）", figure: "指标", "small-price": "平均价格", "small-highest": "最高价格", "small-load": "负荷", "small-reserve": "已留备用", outputOf: "{0} 出力", before: "上一页", next: "下一页", ofCases: "{0}–{1}，共 {2} 个算例",
  },
};

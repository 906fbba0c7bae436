export default {
  en: {
    title: "Gallery", about: "Every part of the desk in every state.", notices: "Notices", said: "what is to be said", states: "States",
    deadlines: "Deadlines", timeline: "Timeline", table: "Table of 100 000 rows", chart: "Charts", peaks: "Load peaks at 4 185 MW at 00:00", heat: "Units start before the peak",
    diff: "Differences", why: "Why", form: "Form", power: "Power", hint: "not below zero", cost: "Cost", energy: "Energy", loss: "Losses",
    refused: "The offer cannot be taken.", advice: "Mend it and send it again.", rule: "must not be below zero",
  },
  zh: {
    title: "组件", about: "各组件的全部状态。", notices: "提示", said: "提示内容", states: "状态",
    deadlines: "截止时间", timeline: "时间轴", table: "十万行表格", chart: "图表", peaks: "负荷 00:00 达到峰值 4 185 MW", heat: "机组在高峰前启动",
    diff: "差异", why: "原因", form: "表单", power: "功率", hint: "不得小于零", cost: "成本", energy: "电能", loss: "网损",
    refused: "申报未被接受。", advice: "请修改后重新提交。", rule: "不得小于零",
  },
};

export default {
  en: {
    title: "{0} publications, {1} notices", publishDue: "Publish what is due", notices: "Notices", data: "Data", kind: "Kind", of: "Of", replaces: "In place of", write: "Write a notice", withdraw: "Withdraw", publish: "Publish it",
    noticeTitle: "Title in English", titleZh: "Title in Chinese", text: "Text in English", textZh: "Text in Chinese", holdsFrom: "Holds from", holdsTo: "Holds to", fromHint: "a time with its zone, such as 2026-10-01T00:00:00+08:00", audience: "Audience", audienceHint: "{0}, or member:ID, with commas between",
  },
  zh: {
    title: "{0} 次发布，{1} 条公告", publishDue: "发布到期内容", notices: "公告", data: "数据", kind: "类别", of: "对象", replaces: "替代", write: "撰写公告", withdraw: "撤回", publish: "发布",
    noticeTitle: "英文标题", titleZh: "中文标题", text: "英文内容", textZh: "中文内容", holdsFrom: "生效时间", holdsTo: "失效时间", fromHint: "带时区的时间，例如 2026-10-01T00:00:00+08:00", audience: "受众", audienceHint: "{0} 或 member:编号，以逗号分隔",
  },
};

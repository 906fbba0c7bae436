// Words of the forum.
export default {
  en: {
    title: "Forum", topic: "Topic", writer: "Written by", written: "Written", text: "Text", send: "Send", answer: "Answer", newTopic: "New topic", allTopics: "All topics", lookedAt: "What you write is shown to others when an operator has looked at it.", waits: "Posts that wait to be looked at: {0}",
    show: "Show", hide: "Hide", whyHidden: "Why post {0} is hidden", shown: "shown", waiting: "waits to be looked at", hidden: "hidden", operator: "operator", member: "a member", you: "you", topicHidden: "The topic is hidden: it is not answered.",
    chapter: "About", noChapter: "nothing of the guide", "c-introduction": "The market", "c-rules": "Its rules", "c-participation": "Taking part", "c-training": "Using the desk", attach: "Attach", attachable: "Pictures, voice, video, PDF or slides: 4 files, 10 MiB together.", guide: "Guide to the market",
  },
  zh: {
    title: "论坛", topic: "主题", writer: "作者", written: "时间", text: "内容", send: "发送", answer: "回复", newTopic: "新主题", allTopics: "全部主题", lookedAt: "您写的内容经运营人员审核后对他人可见。", waits: "{0} 条内容待审核",
    show: "通过", hide: "隐藏", whyHidden: "隐藏第 {0} 条的原因", shown: "已显示", waiting: "待审核", hidden: "已隐藏", operator: "运营人员", member: "某成员", you: "您", topicHidden: "此主题已隐藏，不能回复。",
    chapter: "关于", noChapter: "不属于指南", "c-introduction": "市场介绍", "c-rules": "市场规则", "c-participation": "参与市场", "c-training": "使用培训", attach: "附件", attachable: "图片、语音、视频、PDF 或幻灯片：最多 4 个文件，共 10 MiB。", guide: "市场指南",
  },
};

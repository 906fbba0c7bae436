// Words of the preview of a correction.
export default {
  en: {
    title: "What a correction would change", says: "The whole market is settled with the corrected rows; nothing is kept.", process: "Settlement process", close: "Close", path: "File", rows: "Corrected rows, CSV with its head", rowsHint: "as the file is delivered; rows that are not here stay as they are", ask: "Show what would change", noCloses: "There is no close here.", computing: "The market is settled anew.",
    nothingChanges: "No amount would change.", byMember: "By member ({0})", byAmount: "Every amount ({0})", member: "Member", entity: "Entity", item: "Item", beforeYuan: "As it is", afterYuan: "As it would be", changeYuan: "Change",
    found: "Findings ({0})", finding: "No bill could be made", warning: "Warning",
  },
  zh: {
    title: "更正的影响预览", says: "用更正后的数据对全市场重新结算；不保存任何内容。", process: "结算流程", close: "月结", path: "文件", rows: "更正的数据行（CSV，含表头）", rowsHint: "与交付文件格式相同；未列出的行保持不变", ask: "查看影响", noCloses: "此处没有月结。", computing: "正在重新结算。",
    nothingChanges: "没有金额变化。", byMember: "按成员（{0}）", byAmount: "逐项金额（{0}）", member: "成员", entity: "主体", item: "项目", beforeYuan: "原金额", afterYuan: "新金额", changeYuan: "变化",
    found: "检查结果（{0}）", finding: "无法出账", warning: "警告",
  },
};

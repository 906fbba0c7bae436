// Words of the picture of a network.
export default {
  en: {
    picture: "Network picture", result: "Result", find: "Bus or branch", period: "Period", periodOf: "{0} of {1}", play: "Play", stop: "Stop",
    keys: "Arrows move, + and − zoom, 0 shows all, Enter picks what is in the middle, s selects all buses in sight.", lasso: "Draw around buses", drop: "Select nothing", noneWithin: "No bus lies within.", busOf: "Bus", zone: "Zone", selected: "Selected buses", selectedBuses: "{0} buses are selected", together: "Prices from {0} over {1} in the mean to {2}; {3} branches between them, {4} to others, {5} of these from 80 %.", notFound: "There is no bus or branch {0}.",
    said: "{0} buses and {1} branches; {2} branches above 100 %, {3} from 80 to 100 %.", worst: "The most loaded is {0} at {1} %.",
    branch: "Branch {0} from {1} to {2}", loadingOf: "Loading of {0}", loading: "loading", bus: "Bus {0}: {1} kV, zone {2}", priceOf: "Price of bus {0}", price: "price",
    why: "Why this price", oneMore: "What if 1 MW more here", ifOut: "What if it were out",
  },
  zh: {
    picture: "网络图", result: "结果", find: "节点或支路", period: "时段", periodOf: "第 {0} / {1} 时段", play: "播放", stop: "停止",
    keys: "方向键移动，+ 和 − 缩放，0 显示全部，回车选择中央元件，s 选择视野内全部节点。", lasso: "圈选节点", drop: "取消选择", noneWithin: "圈内没有节点。", busOf: "节点", zone: "分区", selected: "所选节点", selectedBuses: "已选 {0} 个节点", together: "价格 {0}，均值 {1}，最高 {2}；内部支路 {3} 条，对外支路 {4} 条，其中 {5} 条达到 80 %。", notFound: "没有节点或支路 {0}。",
    said: "{0} 个节点，{1} 条支路；{2} 条超过 100 %，{3} 条在 80 至 100 %。", worst: "最重载为 {0}，{1} %。",
    branch: "支路 {0}：{1} 至 {2}", loadingOf: "{0} 的负载率", loading: "负载率", bus: "节点 {0}：{1} kV，分区 {2}", priceOf: "节点 {0} 的价格", price: "价格",
    why: "价格原因", oneMore: "若此处增加 1 MW", ifOut: "若其停运",
  },
};

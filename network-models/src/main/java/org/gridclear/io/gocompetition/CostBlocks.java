package org.gridclear.io.gocompetition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.gridclear.json.JsonFields;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Blocks of energy of one interval, in the order in which they are taken.
 *
 * @param blocks each with its price per MWh and its size in MW
 */
record CostBlocks(List<Block> blocks) {
  private static final double SLACK_MW = 1e-6;

  /** A block of energy. */
  record Block(double price, double mw) {}

  /**
   * The blocks of every interval of a device.
   *
   * @param falling whether the dearest is taken first, as consumers do
   */
  static List<CostBlocks> read(JsonFields series, Elements elements, boolean falling) {
    List<JsonNode> intervals = series.array("cost");
    if (intervals.size() != elements.periods()) {
      elements
          .log()
          .add(
              Rule.SERIES_LENGTH,
              series.element(),
              "cost",
              intervals.size() + " values",
              "Give %d lists of blocks, one per interval.".formatted(elements.periods()));
      return Collections.nCopies(elements.periods(), new CostBlocks(List.of()));
    }
    List<CostBlocks> all = new ArrayList<>();
    intervals.forEach(interval -> all.add(of(interval, series, elements, falling)));
    return all;
  }

  private static CostBlocks of(
      JsonNode interval, JsonFields series, Elements elements, boolean falling) {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode pair : interval) {
      if (!pair.isArray() || pair.size() != 2) {
        elements
            .log()
            .add(
                Rule.FIELD_TYPE,
                series.element(),
                "cost",
                JsonFields.label(pair),
                "Give each block as [price, size].");
        continue;
      }
      double price = series.asNumber("cost", pair.get(0), false) / elements.baseMva();
      double mw = series.asNumber("cost", pair.get(1), false) * elements.baseMva();
      if (mw < 0) {
        elements.refuse(series, "cost", mw, "give a block a size of 0 or more.");
      }
      if (mw > 0) {
        blocks.add(new Block(price, mw));
      }
    }
    Comparator<Block> order = Comparator.comparingDouble(Block::price);
    blocks.sort(falling ? order.reversed() : order);
    return new CostBlocks(List.copyOf(blocks));
  }

  /** Whether the blocks reach an output or consumption. */
  boolean reach(double mw) {
    return blocks.stream().mapToDouble(Block::mw).sum() >= mw - SLACK_MW;
  }

  /** Cost per hour of the first so many MW. */
  double cost(double mw) {
    double cost = 0;
    double left = mw;
    for (Block block : blocks) {
      double taken = Math.min(left, block.mw());
      cost += taken * block.price();
      left -= taken;
    }
    return cost;
  }

  /** The blocks, or their parts, between two amounts. */
  List<Block> between(double fromMw, double toMw) {
    List<Block> parts = new ArrayList<>();
    double start = 0;
    for (Block block : blocks) {
      double end = start + block.mw();
      double width = Math.min(end, toMw) - Math.max(start, fromMw);
      if (width > SLACK_MW) {
        parts.add(new Block(block.price(), width));
      }
      start = end;
    }
    return parts;
  }
}

package org.gridclear.bench.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridclear.settlement.charge.ChargeKernel;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.settlement.input.SettlementColumn.Kind;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.input.SettlementMonth.EntityName;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.MarketMode;
import org.gridclear.validate.IssueLog;

/** A month of drawn columns: metered, day-ahead, real-time, contract; 200 price points. */
final class EightItems {
  static final int INTERVALS = 96;
  static final int POINTS = 200;
  static final long TARIFF = 189_500;

  private final int entities;
  private final SettlementMonth month;
  private final PriceDay[] prices;
  private final EntityBlock[][] blocks;

  EightItems(int entities, int days) {
    this.entities = entities;
    this.month =
        new SettlementMonth(
            "bench",
            YearMonth.of(2026, 10),
            days,
            MarketMode.CENTRALISED,
            INTERVALS,
            false,
            IntStream.range(0, entities).mapToObj(EightItems::name).toList(),
            IntStream.range(0, POINTS).mapToObj(p -> "P" + p).toList(),
            List.of(),
            RuleBookReader.read(text(), new IssueLog("eight-items.yaml")));
    this.prices = IntStream.range(0, days).mapToObj(EightItems::prices).toArray(PriceDay[]::new);
    this.blocks =
        IntStream.range(0, days)
            .parallel()
            .mapToObj(
                d ->
                    IntStream.range(0, month.blocks())
                        .mapToObj(b -> block(d, b))
                        .toArray(EntityBlock[]::new))
            .toArray(EntityBlock[][]::new);
  }

  private static String text() {
    try (InputStream in = EightItems.class.getResourceAsStream("/settlement/eight-items.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EntityName name(int e) {
    return new EntityName("E" + e, "E" + e, "M", "M", "user");
  }

  private static PriceDay prices(int d) {
    SplittableRandom draw = new SplittableRandom(d);
    int[][] points = new int[SettlementColumn.of(Kind.POINT).size()][];
    for (int c = 0; c < points.length; c++) {
      points[c] = draw.ints(POINTS * INTERVALS, -50_000, 600_000).toArray();
    }
    int[][] market = new int[SettlementColumn.of(Kind.MARKET).size()][INTERVALS];
    return new PriceDay(d + 1, INTERVALS, points, market);
  }

  private EntityBlock block(int d, int b) {
    int from = b * EntityBlock.ENTITIES;
    int rows = Math.min(EntityBlock.ENTITIES, entities - from);
    SplittableRandom draw = new SplittableRandom(1000L * d + b);
    int[][] columns = new int[SettlementColumn.of(Kind.INTERVAL).size()][];
    for (SettlementColumn column :
        List.of(
            SettlementColumn.METERED,
            SettlementColumn.DA,
            SettlementColumn.RT,
            SettlementColumn.CONTRACT)) {
      columns[column.index()] = draw.ints((long) rows * INTERVALS, -30_000, 0).toArray();
    }
    long[][] attributes = new long[SettlementColumn.of(Kind.ATTRIBUTE).size()][rows];
    Arrays.fill(attributes[SettlementColumn.TARIFF.index()], TARIFF);
    byte[] classes = new byte[rows];
    Arrays.fill(classes, (byte) EntityClass.USER.ordinal());
    return new EntityBlock(
        d + 1,
        INTERVALS,
        IntStream.range(from, from + rows).toArray(),
        classes,
        IntStream.range(from, from + rows).map(e -> e % POINTS).toArray(),
        columns,
        attributes,
        new EntityBlock.Offer[rows],
        List.of(),
        List.of(),
        List.of());
  }

  SettlementMonth month() {
    return month;
  }

  ChargeKernel.Day day(int d) {
    return new ChargeKernel.Day(prices[d], List.of(blocks[d]));
  }

  EntityBlock[] blocks(int d) {
    return blocks[d];
  }

  /** Days with the blocks of a range that begins and ends with a block. */
  Iterator<ChargeKernel.Day> days(int from, int to) {
    return IntStream.range(0, blocks.length)
        .mapToObj(
            d ->
                new ChargeKernel.Day(
                    prices[d],
                    Arrays.stream(blocks[d])
                        .filter(block -> block.entities()[0] < to)
                        .filter(block -> block.entities()[block.rows() - 1] >= from)
                        .toList()))
        .iterator();
  }
}

package org.gridclear.settlement.reader;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.PriceDay;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/**
 * Some entities of one day, read by the rules of the whole day.
 *
 * @param prices prices of the day
 * @param blocks the entities, in the blocks in which the whole day has them
 * @param priced what the day has prices of
 * @param warnings of these entities and of the prices
 */
public record DaySlice(
    PriceDay prices, List<EntityBlock> blocks, Set<String> priced, List<Issue> warnings) {
  /**
   * Whether a day can be read in parts: not where data of others stand in for what is missing, or
   * all energy is compared.
   */
  public static boolean possible(SettlementSource source) {
    return !source.daysLookAtOthers() && source.dataRules().soldShare() == DataRules.NO_LIMIT;
  }

  /**
   * Reads entities of a day.
   *
   * @param files files with the rows of these entities at least
   * @param entities numbers of the entities
   * @param before the day before; null for what the folder says of the time before the month
   * @throws InvalidInputException with every issue, if there is an error
   */
  public static DaySlice read(
      SettlementSource source,
      InputFiles files,
      int day,
      BitSet entities,
      @Nullable DayBefore before) {
    SettlementSource some = source.slice(files, entities);
    List<IssueLog> logs = new ArrayList<>();
    DayValues values = DayReader.read(some, day, logs);
    List<Issue> issues = logs.stream().flatMap(log -> log.issues().stream()).toList();
    if (logs.stream().anyMatch(IssueLog::hasErrors)) {
      throw new InvalidInputException(issues);
    }
    BlockBuilder builder = new BlockBuilder(some, values, before);
    int[] numbers = entities.stream().map(e -> e / EntityBlock.ENTITIES).distinct().toArray();
    return new DaySlice(
        Objects.requireNonNull(values.prices),
        IntStream.of(numbers).mapToObj(builder::block).toList(),
        values.priced,
        issues.stream().filter(issue -> !source.accepted().has(issue)).toList());
  }
}

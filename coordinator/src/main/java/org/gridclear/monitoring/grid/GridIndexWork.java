package org.gridclear.monitoring.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridclear.monitoring.index.IndexCatalogue;
import org.gridclear.monitoring.index.IndexDefinition.Family;
import org.gridclear.monitoring.index.IndexValue;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.task.MonitoringAnswer;
import org.gridclear.monitoring.task.MonitoringTask;
import org.gridclear.run.StudyRuns;

/**
 * Indices on the nodes of a grid: a unit for each family, day and zone. A unit that the grid has
 * done before is not done again.
 *
 * @param runs where the grid takes work
 */
public record GridIndexWork(StudyRuns runs) implements IndexWork {
  @Override
  public List<SortedMap<String, IndexValue>> values(
      IndexCatalogue catalogue, byte[] text, List<Asked> asked) {
    MonitoringRun run = new MonitoringRun("indices of %d zones of days".formatted(asked.size()));
    String catalogueHash = run.put(text);
    IdentityHashMap<MarketFacts, String> hashes = new IdentityHashMap<>();
    Map<String, Family> families = new HashMap<>();
    catalogue.indices().forEach(index -> families.put(index.id(), index.family()));
    List<Integer> questions = new ArrayList<>();
    for (int q = 0; q < asked.size(); q++) {
      Asked each = asked.get(q);
      String facts = hashes.computeIfAbsent(each.facts(), run::put);
      int question = q;
      each.indices().stream()
          .collect(Collectors.groupingBy(families::get, TreeMap::new, Collectors.toList()))
          .forEach(
              (family, ids) -> {
                run.add(
                    called(each, family),
                    new MonitoringTask.Evaluate(facts, catalogueHash, each.zone(), ids));
                questions.add(question);
              });
    }
    List<SortedMap<String, IndexValue>> values = new ArrayList<>();
    asked.forEach(each -> values.add(new TreeMap<>()));
    List<MonitoringAnswer> answers = run.answers(runs);
    for (int k = 0; k < answers.size(); k++) {
      values.get(questions.get(k)).putAll(((MonitoringAnswer.Evaluated) answers.get(k)).values());
    }
    return values;
  }

  private static String called(Asked asked, Family family) {
    String zone = MarketFacts.word(asked.zone());
    return "%s %s %s".formatted(asked.called(), zone, family.name().toLowerCase(Locale.ROOT));
  }
}

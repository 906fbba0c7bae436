package org.gridclear.monitoring.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.monitoring.index.IndexDefinition.ByFormula;
import org.gridclear.monitoring.index.IndexDefinition.ByKernel;
import org.gridclear.monitoring.index.IndexDefinition.ByScores;
import org.gridclear.monitoring.measure.Fuel;
import org.gridclear.monitoring.measure.Fuels;
import org.gridclear.monitoring.measure.MarketFacts;
import org.gridclear.monitoring.measure.Measures;

/**
 * The indices of a market.
 *
 * @param version number of the version; 0 for the one that comes with the program
 * @param indices indices in order; a composite after its parts
 * @param fuels what fuels are
 */
public record IndexCatalogue(int version, List<IndexDefinition> indices, List<Fuel> fuels) {
  public IndexCatalogue {
    indices = List.copyOf(indices);
    fuels = List.copyOf(fuels);
  }

  /** An index; nothing if there is none of the id. */
  public Optional<IndexDefinition> find(String id) {
    return indices.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** What of an index changes its value, as one text; a composite has that of its parts. */
  public String content(IndexDefinition index) {
    StringBuilder text =
        new StringBuilder(index.id() + "|" + index.source().text() + "|" + index.figure());
    if (index.source() instanceof ByScores scores) {
      for (String part : scores.parts()) {
        IndexDefinition of = find(part).orElseThrow();
        text.append('|').append(content(of)).append(of.bounds().scale()).append(of.weight());
      }
    }
    return text.append('|').append(fuels).toString();
  }

  /**
   * Indices of a day and zone.
   *
   * @param facts what is known of it
   * @param wanted ids; what composites among them need is computed, too
   * @return values by id
   */
  public SortedMap<String, IndexValue> values(MarketFacts facts, List<String> wanted) {
    Fuels known = new Fuels(fuels);
    Measures measures = new Measures(facts, known);
    SortedMap<String, IndexValue> values = new TreeMap<>();
    for (String id : wanted) {
      value(find(id).orElseThrow(), facts, measures, known, values);
    }
    values.keySet().retainAll(wanted);
    return values;
  }

  private IndexValue value(
      IndexDefinition index,
      MarketFacts facts,
      Measures measures,
      Fuels known,
      Map<String, IndexValue> values) {
    IndexValue there = values.get(index.id());
    if (there != null) {
      return there;
    }
    IndexValue value;
    if (index.source() instanceof ByScores scores) {
      List<IndexDefinition> parts = new ArrayList<>();
      List<IndexValue> ofParts = new ArrayList<>();
      for (String part : scores.parts()) {
        parts.add(find(part).orElseThrow());
        ofParts.add(value(find(part).orElseThrow(), facts, measures, known, values));
      }
      value = composite(parts, ofParts);
    } else if (index.source() instanceof ByFormula of) {
      double[] found =
          of.formula().values(measures.named(of.formula().names()), facts.span().periods());
      value = IndexValue.of(Measured.of(found), index.figure());
    } else {
      ByKernel of = (ByKernel) index.source();
      value =
          IndexValue.of(
              of.kernel().measure(new IndexKernel.Given(facts, of.numbers(), known)),
              index.figure());
    }
    values.put(index.id(), value);
    return value;
  }

  /** The mean of the scores by weight; a part without a value has no score and is named. */
  private static IndexValue composite(List<IndexDefinition> parts, List<IndexValue> values) {
    double sum = 0;
    double weights = 0;
    Map<String, Double> scores = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      IndexDefinition part = parts.get(i);
      if (values.get(i).defined()) {
        double score = part.bounds().scale().orElseThrow().score(values.get(i).value());
        scores.put(part.id(), score);
        sum += score * part.weight();
        weights += part.weight();
      } else {
        missing.add(part.id());
      }
    }
    double value = weights > 0 ? sum / weights : Double.NaN;
    String note = missing.isEmpty() ? "" : "without " + String.join(", ", missing);
    return new IndexValue(value, new double[] {value}, new TreeMap<>(scores), note);
  }
}

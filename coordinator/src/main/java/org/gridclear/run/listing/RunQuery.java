package org.gridclear.run.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunState;
import org.gridclear.validate.UnknownNameException;
import org.jspecify.annotations.Nullable;

/**
 * Which runs, in which order.
 *
 * @param states states; empty for all
 * @param user whose; "" for everybody's
 * @param text a part of the id or of the name of the study, capital or small; "" for all
 * @param sort a column, with a minus before it for the greatest first; "" for the newest first
 */
public record RunQuery(Set<RunState> states, String user, String text, String sort) {
  private static final Map<String, Comparator<RunRecord>> ORDERS =
      new TreeMap<>(
          Map.of(
              "submitted", Comparator.comparingLong(RunRecord::submittedAtMillis),
              "study", Comparator.comparing((RunRecord run) -> run.status().study()),
              "state", Comparator.comparing((RunRecord run) -> run.status().state()),
              "user", Comparator.comparing(RunRecord::user),
              "cases", Comparator.comparingInt((RunRecord run) -> run.status().cases()),
              "failed", Comparator.comparingInt((RunRecord run) -> run.status().failed()),
              "seconds", Comparator.comparingDouble((RunRecord run) -> run.status().seconds())));

  public RunQuery {
    states = Set.copyOf(states);
    if (!sort.isEmpty()) {
      order(sort);
    }
  }

  /**
   * A question without an order, of words that may be left out.
   *
   * @throws UnknownNameException if there is no state of a word
   */
  public static RunQuery of(@Nullable String states, @Nullable String user, @Nullable String text) {
    return new RunQuery(states(words(states)), words(user), words(text), "");
  }

  private static String words(@Nullable String given) {
    return given == null ? "" : given;
  }

  /**
   * The states of words such as {@code running,failed}, or {@code open} for all that have not
   * ended.
   *
   * @throws UnknownNameException if there is none of a word
   */
  public static Set<RunState> states(String words) {
    return List.of(words.split(",", -1)).stream()
        .map(word -> word.strip().toUpperCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .flatMap(word -> states(RunState.values(), word).stream())
        .collect(Collectors.toSet());
  }

  private static List<RunState> states(RunState[] all, String word) {
    List<RunState> named =
        List.of(all).stream()
            .filter(state -> word.equals("OPEN") ? !state.ended() : state.name().equals(word))
            .toList();
    if (named.isEmpty()) {
      List<String> known =
          List.of(all).stream().map(state -> state.name().toLowerCase(Locale.ROOT)).toList();
      throw new UnknownNameException("state", word.toLowerCase(Locale.ROOT), known);
    }
    return named;
  }

  private static Comparator<RunRecord> order(String sort) {
    boolean down = sort.startsWith("-");
    String column = down ? sort.substring(1) : sort;
    Comparator<RunRecord> order = ORDERS.get(column);
    if (order == null) {
      throw new UnknownNameException("column to sort by", column, List.copyOf(ORDERS.keySet()));
    }
    return down ? order.reversed() : order;
  }

  /** Those of these runs, which come newest first, that are asked for, in order. */
  public List<RunRecord> of(List<RunRecord> runs) {
    String small = text.toLowerCase(Locale.ROOT);
    Predicate<RunRecord> fits =
        run ->
            (states.isEmpty() || states.contains(run.status().state()))
                && (user.isEmpty() || run.user().equals(user))
                && (small.isEmpty()
                    || run.status().runId().toLowerCase(Locale.ROOT).contains(small)
                    || run.status().study().toLowerCase(Locale.ROOT).contains(small));
    List<RunRecord> found = runs.stream().filter(fits).toList();
    return sort.isEmpty() ? found : found.stream().sorted(order(sort)).toList();
  }
}

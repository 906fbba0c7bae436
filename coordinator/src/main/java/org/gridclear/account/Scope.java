package org.gridclear.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whose data an account sees: what belongs to one of these members, lies in one of these zones and
 * is of one of these markets. A part is all or a set of ids; where one set is empty, nothing is
 * seen, whatever the others say.
 *
 * @param members ids of members of the registry
 * @param zones ids of zones
 * @param markets names of markets, such as {@code da}
 */
public record Scope(Part members, Part zones, Part markets) {
  private static final Set<String> FIELDS = Set.of("members", "zones", "markets");

  /** Everything. */
  public static final Scope ALL = new Scope(Part.ALL, Part.ALL, Part.ALL);

  /** Nothing. */
  public static final Scope NOTHING = new Scope(Part.NONE, Part.NONE, Part.NONE);

  /**
   * All ids, or some; in JSON {@code "all"} or a list.
   *
   * @param all whether every id, known now or later, is in it
   * @param ids those that are in it; empty where all are
   */
  public record Part(boolean all, SortedSet<String> ids) {
    /** Every id. */
    public static final Part ALL = new Part(true, new TreeSet<>());

    /** No id. */
    public static final Part NONE = new Part(false, new TreeSet<>());

    private static final String ALL_WORD = "all";
    private static final String NONE_WORD = "none";

    public Part {
      ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
      if (all && !ids.isEmpty()) {
        throw new IllegalArgumentException("A scope has all or names ids, not both: " + ids);
      }
    }

    /**
     * Some ids.
     *
     * @throws IllegalArgumentException for an id that cannot be
     */
    public static Part of(Collection<String> ids) {
      for (String id : ids) {
        if (id == null || id.isBlank() || !id.equals(id.strip())) {
          throw new IllegalArgumentException(
              "An id of a scope (%s) must be a text without blanks around it.".formatted(id));
        }
        if (id.equals(ALL_WORD) || id.equals(NONE_WORD)) {
          throw new IllegalArgumentException(
              "A scope names ids; '%s' stands alone and is no id.".formatted(id));
        }
      }
      return new Part(false, new TreeSet<>(ids));
    }

    /**
     * As people write it: {@code all}, {@code none}, or ids with commas between.
     *
     * @throws IllegalArgumentException for an id that cannot be
     */
    public static Part parse(String text) {
      return switch (text) {
        case ALL_WORD -> ALL;
        case NONE_WORD -> NONE;
        default -> of(List.of(text.split(",", -1)));
      };
    }

    /** Reads {@code "all"} or a list of ids. */
    @JsonCreator
    static Part read(@Nullable Object json) {
      if (ALL_WORD.equals(json)) {
        return ALL;
      }
      if (!(json instanceof Collection<?> ids)) {
        throw new IllegalArgumentException(
            "A part of a scope must be \"all\" or a list of ids, not %s.".formatted(json));
      }
      TreeSet<String> texts = new TreeSet<>();
      for (Object id : ids) {
        if (!(id instanceof String text)) {
          throw new IllegalArgumentException("An id of a scope must be a text: " + id);
        }
        texts.add(text);
      }
      return of(texts);
    }

    /** {@code "all"} or a list of ids. */
    @JsonValue
    Object written() {
      return all ? ALL_WORD : ids;
    }

    private boolean isEmpty() {
      return !all && ids.isEmpty();
    }

    private boolean has(String id) {
      return all || ids.contains(id);
    }

    @Override
    public String toString() {
      return all ? ALL_WORD : ids.isEmpty() ? NONE_WORD : String.join(",", ids);
    }
  }

  public Scope {
    if (members == null || zones == null || markets == null) {
      throw new IllegalArgumentException("A scope needs members, zones and markets.");
    }
  }

  /** Reads members, zones and markets, each there, and nothing else. */
  @JsonCreator
  static Scope read(Map<String, Object> json) {
    if (!json.keySet().equals(FIELDS)) {
      throw new IllegalArgumentException(
          "A scope has members, zones and markets, each \"all\" or a list of ids; not %s."
              .formatted(json.keySet()));
    }
    return new Scope(
        Part.read(json.get("members")),
        Part.read(json.get("zones")),
        Part.read(json.get("markets")));
  }

  /** All markets and zones, but what belongs to these members alone. */
  public static Scope ofMembers(Collection<String> members) {
    return new Scope(Part.of(members), Part.ALL, Part.ALL);
  }

  /** Whether everything is seen, also what belongs to no member or lies in no zone. */
  @JsonIgnore
  public boolean isAll() {
    return members.all() && zones.all() && markets.all();
  }

  /** Whether nothing is seen. */
  @JsonIgnore
  public boolean isNothing() {
    return members.isEmpty() || zones.isEmpty() || markets.isEmpty();
  }

  /** Whether what belongs to a member is seen. */
  public boolean seesMember(String member) {
    return !isNothing() && members.has(member);
  }

  /** Whether what lies in a zone is seen. */
  public boolean seesZone(String zone) {
    return !isNothing() && zones.has(zone);
  }

  /** Whether what is of a market is seen. */
  public boolean seesMarket(String market) {
    return !isNothing() && markets.has(market);
  }

  @Override
  public String toString() {
    return "members %s, zones %s, markets %s".formatted(members, zones, markets);
  }
}

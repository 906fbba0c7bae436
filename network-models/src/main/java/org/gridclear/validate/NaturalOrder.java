package org.gridclear.validate;

import java.util.Collection;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** The order in which people list names: numbers in them by their value, 2 before 10. */
public final class NaturalOrder {
  /** Names by their letters and the values of their numbers; equal ones by their text. */
  public static final Comparator<String> OF_NAMES =
      ((Comparator<String>) NaturalOrder::compared).thenComparing(Comparator.naturalOrder());

  private NaturalOrder() {}

  /** A set that goes through its names in this order. */
  public static SortedSet<String> set(Collection<String> names) {
    SortedSet<String> set = new TreeSet<>(OF_NAMES);
    set.addAll(names);
    return set;
  }

  private static int compared(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int order;
      if (digit(left, i) && digit(right, j)) {
        int endOfLeft = endOfNumber(left, i);
        int endOfRight = endOfNumber(right, j);
        order = numbers(left.substring(i, endOfLeft), right.substring(j, endOfRight));
        i = endOfLeft;
        j = endOfRight;
      } else {
        order = Character.compare(left.charAt(i++), right.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    return end;
  }

  /** Digits of any length by their value. */
  private static int numbers(String left, String right) {
    String a = left.replaceFirst("^0+", "");
    String b = right.replaceFirst("^0+", "");
    int byLength = Integer.compare(a.length(), b.length());
    return byLength != 0 ? byLength : a.compareTo(b);
  }
}

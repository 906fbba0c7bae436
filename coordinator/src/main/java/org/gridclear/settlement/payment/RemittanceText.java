package org.gridclear.settlement.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a payer wrote beside a payment: the id of the member, then what it likes. An id may have
 * blanks, and one member's id may begin with another's.
 */
final class RemittanceText {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private RemittanceText() {}

  /**
   * The member that a text begins with: the longest id of all that there are, and the first word
   * where it begins with none. Blanks count as one, since banks fold their texts.
   *
   * @throws IllegalArgumentException if two ids differ in their blanks alone
   */
  static String member(String text, Set<String> members) {
    String words = folded(text);
    List<String> longest = new ArrayList<>();
    int length = 0;
    for (String member : members) {
      String id = folded(member);
      if (id.length() >= length && !id.isEmpty() && (words + " ").startsWith(id + " ")) {
        if (id.length() > length) {
          longest.clear();
        }
        length = id.length();
        longest.add(member);
      }
    }
    if (longest.size() > 1) {
      longest.sort(null);
      throw new IllegalArgumentException(
          "Its text (%s) is ambiguous: it may be of any of the members '%s'. Book it as CSV."
              .formatted(words, String.join("', '", longest)));
    }
    return longest.isEmpty() ? words.replaceFirst(" .*", "") : longest.get(0);
  }

  private static String folded(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}

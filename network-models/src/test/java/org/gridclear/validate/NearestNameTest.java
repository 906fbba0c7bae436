package org.gridclear.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is proposed for a name that there is not. */
class NearestNameTest {
  @Test
  void aNearNameIsProposed() {
    assertEquals(
        "Maybe you meant 'corridor'.", NearestName.advice("coridor", List.of("corridor", "gate")));
  }

  /** A blank is at a distance of two from every name of two letters, and is no name. */
  @Test
  void aBlankIsNeverProposed() {
    assertEquals("There is none.", NearestName.advice("b", List.of("")));
    assertEquals("Known are: north.", NearestName.advice("b", List.of("", " ", "north")));
    assertEquals("Maybe you meant 'a'.", NearestName.advice("b", List.of("", "a")));
  }

  @Test
  void namesThatAreLeftOutOfAListAreCounted() {
    List<String> names = IntStream.rangeClosed(1, 14).mapToObj(k -> "name" + k).toList();
    String first = "Known are: " + String.join(", ", names.subList(0, 12));
    assertEquals(first + " and 2 more.", NearestName.advice("zzzzzzzzzz", names));
    assertEquals(first + ".", NearestName.advice("zzzzzzzzzz", names.subList(0, 12)));
    assertEquals("There is none.", NearestName.advice("x", List.of()));
  }
}

package org.gridclear.worker.ignite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gridclear.worker.ignite.Majority.Member;
import org.junit.jupiter.api.Test;

/** Which side of a split goes on. */
class MajorityTest {
  private static final long SECOND = 1_000_000_000L;

  private final Majority side = new Majority();

  private static Member member(int number) {
    return new Member(
        new UUID(0, number), "node-" + number, number, Set.of("10.0.0.1:" + (47_500 + number)));
  }

  private void members(int count) {
    for (int k = 1; k <= count; k++) {
      side.joined(member(k), 0);
    }
  }

  private void lose(int... numbers) {
    for (int number : numbers) {
      side.lost(member(number).id(), SECOND);
    }
  }

  @Test
  void theGreaterPartGoesOnAndTheLesserRefuses() {
    members(5);
    lose(4, 5);
    assertFalse(side.refusing());
    lose(3);
    assertTrue(side.refusing());
  }

  @Test
  void ofTwoHalvesThatOfTheOldestGoesOn() {
    members(4);
    lose(3, 4);
    assertFalse(side.refusing());
    Majority other = new Majority();
    for (int k = 1; k <= 4; k++) {
      other.joined(member(k), 0);
    }
    other.lost(member(1).id(), SECOND);
    other.lost(member(2).id(), SECOND);
    assertTrue(other.refusing());
  }

  @Test
  void neverTwoSidesOfOneSplitGoOn() {
    Random random = new Random(1);
    for (int trial = 0; trial < 500; trial++) {
      int count = 2 + random.nextInt(7);
      int sides = 2 + random.nextInt(2);
      int[] at = random.ints(count, 0, sides).toArray();
      int going = 0;
      for (int s = 0; s < sides; s++) {
        Majority each = new Majority();
        List<Integer> gone = new ArrayList<>();
        for (int k = 1; k <= count; k++) {
          each.joined(member(k), 0);
          if (at[k - 1] != s) {
            gone.add(k);
          }
        }
        gone.forEach(k -> each.lost(member(k).id(), SECOND));
        going += gone.size() < count && !each.refusing() ? 1 : 0;
      }
      assertTrue(going <= 1, "trial " + trial);
    }
  }

  @Test
  void oneLostLongAfterAnotherIsNoSplit() {
    members(3);
    lose(3);
    side.lost(member(2).id(), 17 * SECOND);
    assertFalse(side.refusing(), "two of three were lost, 16 s apart, and the oldest is here");
  }

  @Test
  void whoLeavesInOrderIsMissedByNobody() {
    members(3);
    side.left(member(3).id(), SECOND);
    side.left(member(2).id(), SECOND);
    assertFalse(side.refusing());
    assertEquals(List.of(), side.missing());
  }

  @Test
  void aSideGoesOnAgainWhenAllWhoWereLostCameBackAndNotBefore() {
    members(4);
    lose(2, 3, 4);
    assertTrue(side.refusing());
    Member second = new Member(new UUID(1, 2), "node-2", 5, Set.of("10.0.0.9:47500"));
    side.joined(second, 20 * SECOND);
    Member third = new Member(new UUID(1, 3), "other", 6, member(3).addresses());
    side.joined(third, 20 * SECOND);
    assertTrue(side.refusing(), "the fourth may be on another side");
    assertEquals(List.of(member(4)), side.missing());
    side.joined(new Member(new UUID(1, 4), "node-4", 7, Set.of("10.0.0.9:47501")), 21 * SECOND);
    assertFalse(side.refusing());
    assertEquals(List.of(), side.missing());
  }

  @Test
  void aNameThatTwoOfTheLostHadStandsForNeither() {
    side.joined(member(1), 0);
    List<Member> twins = new ArrayList<>();
    for (int k = 2; k <= 3; k++) {
      twins.add(new Member(new UUID(0, k), "twin", k, Set.of("10.0.0." + k + ":47500")));
    }
    twins.forEach(each -> side.joined(each, 0));
    twins.forEach(each -> side.lost(each.id(), SECOND));
    assertTrue(side.refusing());
    side.joined(new Member(new UUID(1, 2), "twin", 4, Set.of("10.0.0.9:47500")), 2 * SECOND);
    assertTrue(side.refusing(), "the other one may be on another side");
    assertEquals(2, side.missing().size());
    side.joined(new Member(new UUID(1, 3), "twin", 5, twins.get(0).addresses()), 3 * SECOND);
    assertEquals(List.of(twins.get(1)), side.missing(), "by its address it is the first");
  }

  @Test
  void aStrangerDoesNotStandForTheLost() {
    members(3);
    lose(2, 3);
    assertTrue(side.refusing());
    side.joined(new Member(new UUID(1, 9), "new", 4, Set.of("10.0.0.9:47500")), 2 * SECOND);
    assertTrue(side.refusing());
  }

  @Test
  void anOperatorMayGoOnWithoutThem() {
    members(3);
    lose(2, 3);
    side.accept();
    assertFalse(side.refusing());
    assertEquals(List.of(), side.missing());
  }
}

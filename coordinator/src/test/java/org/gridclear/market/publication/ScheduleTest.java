package org.gridclear.market.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.validate.UnknownNameException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a kind is published and who is told. */
// Rows: I-12
class ScheduleTest {
  private static final LocalDate DATE = LocalDate.of(2026, 10, 2);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Instant APPROVED = Instant.parse("2026-10-01T09:00:00Z");

  /** 17:30 in Shanghai is 09:30 UTC; what is approved later is published with its approval. */
  @ParameterizedTest(name = "{1} day(s) before at {0}, {2} min later: {3}")
  @CsvSource({
    "17:30, 1, 0, 2026-10-01T09:30:00Z",
    "17:00, 1, 0, 2026-10-01T09:00:00Z",
    "16:59, 1, 0, 2026-10-01T09:00:00Z",
    "16:59, 1, 2, 2026-10-01T09:01:00Z",
    "17:30, 1, 45, 2026-10-01T10:15:00Z",
    "08:00, 0, 0, 2026-10-02T00:00:00Z",
    "08:00, -3, 0, 2026-10-05T00:00:00Z",
    "08:00, 9, 0, 2026-10-01T09:00:00Z"
  })
  void timeOfADayWaitsForTheApproval(LocalTime at, int before, int delay, Instant due) {
    Schedule schedule = new Schedule(Schedule.When.AT, at, before, Duration.ofMinutes(delay));
    assertEquals(Optional.of(due), schedule.due(DATE, APPROVED, ZONE));
  }

  @Test
  void approvalIsFollowedAfterTheDelayAndHandsWaitForNobody() {
    assertEquals(Optional.of(APPROVED), Schedule.withApproval().due(DATE, APPROVED, ZONE));
    Schedule later =
        new Schedule(Schedule.When.APPROVAL, LocalTime.NOON, 5, Duration.ofMinutes(90));
    assertEquals(
        Optional.of(Instant.parse("2026-10-01T10:30:00Z")), later.due(DATE, APPROVED, ZONE));
    assertEquals(Optional.empty(), Schedule.BY_HAND.due(DATE, APPROVED, ZONE));
  }

  private static PublicationKind kind(Set<Audience> audience) {
    TreeMap<String, Schedule> schedules = new TreeMap<>();
    schedules.put("da", Schedule.withApproval());
    return new PublicationKind(
        "k", "en", "zh", new Source.Ticket(), audience, schedules, Correction.NONE, List.of());
  }

  @ParameterizedTest(name = "told to {0}: member {1}, regulator {2}")
  @CsvSource({
    "'', false, false",
    "PUBLIC, true, true",
    "OWN_MEMBER, true, false",
    "REGULATOR, false, true",
    "OPERATOR, false, false",
    "OWN_MEMBER REGULATOR, true, true"
  })
  void audienceMayAskAndWhoOperatesMayAlways(String names, boolean member, boolean regulator) {
    Set<Audience> audience = EnumSet.noneOf(Audience.class);
    for (String each : names.isEmpty() ? List.<String>of() : List.of(names.split(" ", -1))) {
      audience.add(Audience.valueOf(each));
    }
    PublicationKind kind = kind(audience);
    assertEquals(member, kind.tells(new Recipient.OfMember("a")));
    assertEquals(regulator, kind.tells(new Recipient.Regulator()));
    assertEquals(true, kind.tells(new Recipient.Operator()));
  }

  @Test
  void marketWithoutAScheduleIsPublishedByHand() {
    PublicationKind kind = kind(Set.of(Audience.PUBLIC));
    assertEquals(Schedule.withApproval(), kind.schedule("da"));
    assertEquals(Schedule.BY_HAND, kind.schedule("rt"));
    assertEquals(Schedule.BY_HAND, kind.schedule(""));
  }

  @ParameterizedTest
  @CsvSource({
    "member:alder, READ_OWN",
    "member:a b, READ_OWN",
    "regulator, SUPERVISE",
    "operator, OPERATE_MARKET"
  })
  void recipientsAreWrittenAsTheyAreReadAndNeedTheirRight(String text, Right right) {
    assertEquals(text, Recipient.of(text).text());
    assertEquals(right, Recipient.of(text).right());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "member:", "member", "alder", "public", "Regulator"})
  void otherWordsAreNoRecipients(String text) {
    assertThrows(UnknownNameException.class, () -> Recipient.of(text));
  }

  @Test
  void whatIsForAMemberIsReadByWhoSeesIt() {
    assertEquals(true, Recipient.of("regulator").within(Scope.ALL));
    assertEquals(true, Recipient.of("member:a").within(Scope.ALL));
  }
}

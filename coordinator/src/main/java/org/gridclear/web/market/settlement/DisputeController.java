package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.Dispute;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.market.AttachedPapers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes: filed by members, each of which sees its own only. */
@RestController
@RequestMapping("/api/v1/settlement/disputes")
class DisputeController {
  private final ServedProcess served;

  DisputeController(ServedProcess served) {
    this.served = served;
  }

  /** Disputes as they stand. */
  @GetMapping
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> disputes(Caller caller, @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.disputes(
            served.queries().disputes(ServedProcess.sees(caller)), served.clock()),
        TableAnswer.format(format));
  }

  /** A paper of a dispute. */
  @GetMapping("/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> paper(
      Caller caller, @PathVariable long number, @PathVariable String name) {
    byte[] bytes =
        ServedProcess.asked(
            () -> {
              Dispute dispute = served.queries().dispute(number, ServedProcess.sees(caller));
              String hash = dispute.filed().papers().get(name);
              if (hash == null) {
                throw new NoSuchSubjectException(
                    "Dispute %d has no paper '%s'.".formatted(number, name));
              }
              return served.process().content().get(hash);
            });
    // Never shown in place: a paper is what somebody attached.
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(bytes);
  }

  /**
   * What is disputed.
   *
   * @param publication number of the publication
   * @param member the member
   * @param date operating day
   * @param entity entity of the statement
   * @param item item
   * @param claim what is wrong
   * @param papers content by name, Base64
   * @param nextPeriod whether it goes to the next period; false by default
   */
  record Wanted(
      @Nullable Long publication,
      @Nullable String member,
      @Nullable LocalDate date,
      @Nullable String entity,
      @Nullable String item,
      @Nullable String claim,
      @Nullable Map<String, @Nullable String> papers,
      @Nullable Boolean nextPeriod) {}

  /** Number and state of a dispute. */
  record Answer(long number, String state) {}

  /** Files a dispute. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.DECLARE)
  Answer file(Caller caller, @RequestBody Wanted wanted) {
    Long publication = wanted.publication();
    String member = wanted.member();
    LocalDate date = wanted.date();
    String entity = wanted.entity();
    String item = wanted.item();
    String text = wanted.claim();
    if (publication == null
        || member == null
        || date == null
        || entity == null
        || item == null
        || text == null) {
      throw new IllegalArgumentException("Give publication, member, date, entity, item and claim.");
    }
    Map<String, byte[]> papers = AttachedPapers.read(wanted.papers());
    return ServedProcess.asked(
        () -> {
          if (!caller.scope().seesMember(member)) {
            throw new NoSuchSubjectException(
                "There is no statement %d of %s.".formatted(publication, member));
          }
          MemberDesk.Claim claim =
              new MemberDesk.Claim(
                  publication,
                  member,
                  date,
                  entity,
                  item,
                  text,
                  papers,
                  Boolean.TRUE.equals(wanted.nextPeriod()));
          return new Answer(served.members().file(claim, caller.name()), "SUBMITTED");
        });
  }

  /** Why. */
  record Reason(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  private Dispute own(Caller caller, long number) {
    return served.queries().dispute(number, caller.scope()::seesMember);
  }

  /** Withdraws a dispute. */
  @PostMapping(path = "/{number}/withdrawal", consumes = "application/json")
  @Needs(Right.DECLARE)
  Answer withdraw(Caller caller, @PathVariable long number, @RequestBody Reason reason) {
    return ServedProcess.asked(
        () -> {
          String member = own(caller, number).filed().member();
          served.members().withdraw(number, member, reason.text(), caller.name());
          return new Answer(number, own(caller, number).state().name());
        });
  }

  /** Does not accept the answer to a dispute. */
  @PostMapping(path = "/{number}/refusal", consumes = "application/json")
  @Needs(Right.DECLARE)
  Answer refuse(Caller caller, @PathVariable long number, @RequestBody Reason reason) {
    return ServedProcess.asked(
        () -> {
          String member = own(caller, number).filed().member();
          served.members().refuse(number, member, reason.text(), caller.name());
          return new Answer(number, own(caller, number).state().name());
        });
  }
}

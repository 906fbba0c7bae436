package org.gridclear.web.market.statement;

import java.time.LocalDate;
import java.util.Map;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.MemberDesk;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.AttachedPapers;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Disputes are filed by members. */
@RestController
@RequestMapping("/api/v1/settlement/disputes")
class DisputeFilingController {
  private final ServedProcess served;

  DisputeFilingController(ServedProcess served) {
    this.served = served;
  }

  /** Files a dispute. */
  @PostMapping(consumes = "application/json")
  @Needs(Right.DECLARE)
  DisputeAnswer file(Caller caller, @RequestBody WantedDispute wanted) {
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
          return new DisputeAnswer(served.members().file(claim, caller.name()), "SUBMITTED");
        });
  }
}

package org.gridclear.web.market;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.gridclear.account.Right;
import org.gridclear.market.registry.MarketRegistry.Proposed;
import org.gridclear.market.registry.MarketRegistry.ReviewWanted;
import org.gridclear.market.registry.MarketRegistry.Shown;
import org.gridclear.market.registry.MarketRegistry.Wanted;
import org.gridclear.market.registry.Proposal;
import org.gridclear.market.registry.Proposal.Decision;
import org.gridclear.market.registry.UnmatchedIds;
import org.gridclear.settlement.registration.Change;
import org.gridclear.settlement.registration.ChangeReader;
import org.gridclear.settlement.registration.EntryCodec;
import org.gridclear.validate.Issue;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Changes of the registry: proposed by one account, reviewed by another, both of whom see all. */
@RestController
@RequestMapping("/api/v1/registry")
class ProposalController {
  private static final MediaType CSV = MediaType.parseMediaType("text/csv");

  private final ServedRegistry registry;

  ProposalController(ServedRegistry registry) {
    this.registry = registry;
  }

  /** Rules and advice name what others have registered. */
  private static void seesAll(Caller caller) {
    if (!caller.scope().isAll()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Changes of the registry are for accounts that see all of it.");
    }
  }

  /**
   * What was proposed.
   *
   * @param proposal its number; null if nothing would change
   * @param changed things that would change
   * @param unchanged records that are registered already
   * @param warnings what a reviewer should look at
   */
  record Receipt(@Nullable Long proposal, int changed, int unchanged, List<String> warnings) {
    static Receipt of(Proposed proposed) {
      return new Receipt(
          proposed.number().isPresent() ? (Long) proposed.number().getAsLong() : null,
          proposed.changed(),
          proposed.unchanged(),
          lines(proposed.warnings()));
    }
  }

  private static List<String> lines(List<Issue> issues) {
    return issues.stream().map(Issue::line).toList();
  }

  /** Proposes records: JSON of the registry's format, or a CSV of one kind. */
  @PostMapping(
      value = "/proposals",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
  @Needs(Right.MANAGE_REGISTRY)
  Receipt propose(
      Caller caller,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(defaultValue = "") String note,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) String type,
      @RequestBody byte[] body) {
    seesAll(caller);
    boolean csv = MediaType.parseMediaType(type).isCompatibleWith(CSV);
    if (csv != (kind != null)) {
      throw new IllegalArgumentException("A body of text/csv has a parameter kind, JSON has none.");
    }
    List<Change> changes =
        kind != null
            ? ChangeReader.csv("body", body, ServedRegistry.kind(kind))
            : ChangeReader.json("body", body);
    Wanted wanted = new Wanted(caller.name(), note, "body", changes, Map.of());
    return Receipt.of(RegistryErrors.asked(() -> registry.open().propose(wanted)));
  }

  /**
   * A proposal.
   *
   * @param number its number
   * @param state open, approved or rejected
   * @param by who proposed it
   * @param at when
   * @param note why
   * @param changes what is proposed, in words of the format
   * @param attachments SHA-256 by name
   * @param reviewedBy who reviewed it; null while it is open
   * @param reviewedAt when; null while it is open
   * @param reason why; null while it is open
   * @param revision revision that it made; null if none
   * @param issues what would break a rule by now
   */
  record Answer(
      long number,
      String state,
      String by,
      OffsetDateTime at,
      String note,
      List<Map<String, String>> changes,
      Map<String, String> attachments,
      @Nullable String reviewedBy,
      @Nullable OffsetDateTime reviewedAt,
      @Nullable String reason,
      @Nullable Long revision,
      List<String> issues) {
    static Answer of(Proposal proposal, List<Issue> issues) {
      Optional<Proposal.Review> review = proposal.review();
      OptionalLong revision = review.map(Proposal.Review::revision).orElse(OptionalLong.empty());
      return new Answer(
          proposal.number(),
          proposal.state(),
          proposal.by(),
          proposal.at(),
          proposal.note(),
          proposal.changes().stream().map(Answer::words).toList(),
          proposal.attachments(),
          review.map(Proposal.Review::by).orElse(null),
          review.map(Proposal.Review::at).orElse(null),
          review.map(Proposal.Review::reason).orElse(null),
          revision.isPresent() ? (Long) revision.getAsLong() : null,
          lines(issues));
    }

    private static Map<String, String> words(Change change) {
      Map<String, String> words = new java.util.LinkedHashMap<>();
      words.put("kind", change.key().kind().label());
      if (change instanceof Change.Put put) {
        words.putAll(EntryCodec.cells(put.entry()));
      } else if (change instanceof Change.Exit exit) {
        words.put("change", "exit");
        words.put("id", exit.key().id());
        words.put("to", exit.lastDay().toString());
      }
      return words;
    }
  }

  /** Proposals by number. */
  @GetMapping("/proposals")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  List<Answer> proposals(Caller caller, @RequestParam(defaultValue = "true") boolean open) {
    seesAll(caller);
    Stream<Proposal> all = registry.open().proposals(open).stream();
    return all.map(proposal -> Answer.of(proposal, List.of())).toList();
  }

  /** A proposal, and what of it would break a rule by now. */
  @GetMapping("/proposals/{number}")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  Answer proposal(Caller caller, @PathVariable long number) {
    seesAll(caller);
    Shown shown = RegistryErrors.asked(() -> registry.open().proposal(number));
    return Answer.of(shown.proposal(), shown.issues());
  }

  /** approved or rejected, and why. */
  record Verdict(String decision, @Nullable String reason) {}

  /** Approves or rejects a proposal of another account. */
  @PostMapping("/proposals/{number}/review")
  @Needs(Right.APPROVE_REGISTRY)
  Answer review(Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    seesAll(caller);
    ReviewWanted wanted =
        new ReviewWanted(
            number,
            decision(String.valueOf(verdict.decision())),
            caller.name(),
            verdict.reason() == null ? "" : verdict.reason());
    return Answer.of(
        RegistryErrors.asked(
            () -> {
              registry.requireAccount(registry.open().proposal(number).proposal().by());
              return registry.open().review(wanted);
            }),
        List.of());
  }

  private static Decision decision(String word) {
    return Stream.of(Decision.values())
        .filter(each -> each.label().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The decision (%s) must be approved or rejected.".formatted(word)));
  }

  /** Compares the ids of another system with the registry on a day. */
  @PostMapping("/unmatched")
  @Needs({Right.MANAGE_REGISTRY, Right.APPROVE_REGISTRY})
  UnmatchedIds unmatched(
      Caller caller,
      @RequestParam String system,
      @RequestParam String kind,
      @RequestParam LocalDate on,
      @RequestBody List<String> ids) {
    seesAll(caller);
    return UnmatchedIds.of(
        registry.open().at(OptionalLong.empty()).state(),
        system,
        ServedRegistry.kind(kind),
        on,
        ids);
  }
}

package org.gridclear.market.gate;

import static org.gridclear.market.declaration.check.DeclarationRule.DECLARED_ONCE;
import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_GIVEN;
import static org.gridclear.market.declaration.check.DeclarationRule.MARKET_KNOWN;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_EARLY;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_LATE;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_OF_FUTURE;
import static org.gridclear.market.declaration.check.DeclarationRule.OWNER;
import static org.gridclear.market.declaration.check.DeclarationRule.SAME_DAY;
import static org.gridclear.market.declaration.check.DeclarationRule.SCOPE;
import static org.gridclear.market.declaration.check.DeclarationRule.UNIT_REGISTERED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.io.declaration.DeclarationForm;
import org.gridclear.io.declaration.DeclarationWriter;
import org.gridclear.io.declaration.SubmittedForms;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.DeclarationParameters;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.UnitRegister;
import org.gridclear.market.declaration.Withdrawal;
import org.gridclear.market.declaration.check.DeclarationCheck;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.gridclear.validate.NearestName;

/** Judges a submission by itself: who, when, what; versions come after. */
final class SubmissionCheck {
  /** How far the clock of a member may be ahead. */
  private static final Duration AHEAD_MOST = Duration.ofSeconds(60);

  private static final int CONTENT_MOST = 1_000_000;
  private static final int MARKET_MOST = 16;

  private final Submission submission;
  private final SubmittedForms forms;
  private final UnitRegister units;
  private final MarketParameters parameters;
  private final LastPrices lastPrices;
  private final Instant arrivedAt;
  private final List<Objection> whole = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  SubmissionCheck(
      Submission submission,
      UnitRegister units,
      MarketParameters parameters,
      LastPrices lastPrices,
      Instant arrivedAt) {
    this.submission = submission;
    this.forms = submission.forms();
    this.units = units;
    this.parameters = parameters;
    this.lastPrices = lastPrices;
    this.arrivedAt = arrivedAt;
  }

  /** What is wrong with the submission as a whole. */
  List<Objection> whole() {
    return List.copyOf(whole);
  }

  /** Every declaration with what it does not meet, what is wrong with the whole before it. */
  List<JudgedForm> judge() {
    whole.addAll(forms.objections());
    Optional<String> market = either(submission.market(), forms.market(), "market");
    Optional<LocalDate> date = either(submission.date(), forms.date(), "date");
    String member = forms.member();
    if (forms.preparedAt().map(at -> at.isAfter(arrivedAt.plus(AHEAD_MOST))).orElse(false)) {
      add(
          NOT_OF_FUTURE,
          "preparedAt",
          forms.preparedAt().orElseThrow().toString(),
          "It arrived at %s; is the clock or its offset wrong?".formatted(arrivedAt));
    }
    boolean sees =
        market.map(name -> submission.by().scope().seesMarket(name)).orElse(true)
            && submission.by().scope().seesMember(member);
    if (!member.isEmpty() && !sees) {
      add(
          SCOPE,
          "member",
          member,
          "The account %s may not; ask who manages accounts.".formatted(submission.by().account()));
    }
    Optional<MarketParameters.Version> version =
        market.isEmpty() || date.isEmpty()
            ? Optional.empty()
            : parameters(market.get(), date.get());
    version.ifPresent(held -> window(held.values(), date.orElseThrow()));
    boolean judged = member.isEmpty() || sees;
    return forms.forms().stream()
        .map(form -> judged(form, market, date, judged ? version : Optional.empty()))
        .toList();
  }

  private <T> Optional<T> either(Optional<T> sent, Optional<T> said, String field) {
    if (sent.isPresent() && said.isPresent() && !sent.equals(said)) {
      add(SAME_DAY, field, said.get().toString(), "It was sent to %s.".formatted(sent.get()));
    }
    if (sent.isEmpty() && said.isEmpty() && forms.objections().isEmpty()) {
      add(FIELD_GIVEN, field, "absent", "Add the field.");
    }
    return sent.isPresent() ? sent : said;
  }

  private void add(DeclarationRule rule, String place, String value, String advice) {
    whole.add(new Objection(rule, place, value, advice));
  }

  private Optional<MarketParameters.Version> parameters(String market, LocalDate date) {
    Optional<MarketParameters.Version> version = parameters.on(market, date);
    if (version.isEmpty()) {
      add(
          MARKET_KNOWN,
          "market",
          "%s on %s".formatted(market, date),
          parameters.markets().contains(market)
              ? "It takes declarations for later dates."
              : NearestName.advice(market, parameters.markets()));
    }
    return version;
  }

  private void window(DeclarationParameters held, LocalDate date) {
    Instant opens = held.opens().of(date, parameters.zone());
    Instant gate = held.gate().of(date, parameters.zone());
    if (arrivedAt.isBefore(opens)) {
      add(NOT_EARLY, "date", date.toString(), "The window opens at %s.".formatted(local(opens)));
    }
    if (!arrivedAt.isBefore(gate)) {
      add(NOT_LATE, "date", date.toString(), "The gate closed at %s.".formatted(local(gate)));
    }
  }

  private String local(Instant time) {
    return time.atZone(parameters.zone()).toOffsetDateTime().toString();
  }

  private JudgedForm judged(
      DeclarationForm form,
      Optional<String> market,
      Optional<LocalDate> date,
      Optional<MarketParameters.Version> version) {
    List<Objection> objections = new ArrayList<>(whole);
    objections.addAll(form.objections());
    form.terms().ifPresent(terms -> once(form, terms, objections));
    if (version.isPresent() && !form.unit().isEmpty()) {
      values(form, market.orElseThrow(), date.orElseThrow(), version.get(), objections);
    }
    Optional<Declaration> declared = declared(form, market, date);
    String content =
        declared.map(each -> DeclarationWriter.text(form.unit(), each.terms())).orElse("");
    if (content.length() > CONTENT_MOST) {
      objections.add(
          new Objection(
              DeclarationRule.READABLE,
              form.unit(),
              content.length() + " characters",
              "A declaration has %d at most.".formatted(CONTENT_MOST)));
    }
    return new JudgedForm(
        market.map(name -> name.substring(0, Math.min(MARKET_MOST, name.length()))).orElse(""),
        date,
        forms.member(),
        form.unit(),
        declared,
        content,
        declared.map(DeclarationWriter::hash).orElse(""),
        form.replaces(),
        arrivedAt,
        forms.preparedAt(),
        submission.by().account(),
        version.map(MarketParameters.Version::version).orElse(0),
        objections);
  }

  private Optional<Declaration> declared(
      DeclarationForm form, Optional<String> market, Optional<LocalDate> date) {
    boolean whole = market.isPresent() && date.isPresent() && !form.unit().isEmpty();
    return whole && market.get().length() <= MARKET_MOST
        ? form.terms()
            .map(
                terms ->
                    new Declaration(market.get(), date.get(), forms.member(), form.unit(), terms))
        : Optional.empty();
  }

  private void once(DeclarationForm form, Terms terms, List<Objection> objections) {
    if (!seen.add(terms.slot() + " " + form.unit())) {
      objections.add(
          new Objection(
              DECLARED_ONCE,
              form.unit(),
              terms.slot().label() + " twice",
              "Which one is meant? Send one."));
    }
  }

  private void values(
      DeclarationForm form,
      String market,
      LocalDate date,
      MarketParameters.Version version,
      List<Objection> objections) {
    Optional<RegisteredUnit> unit = units.unit(form.unit(), date);
    boolean known =
        unit.map(each -> submission.by().scope().seesMember(each.owner())).orElse(false);
    if (!known) {
      objections.add(
          new Objection(
              UNIT_REGISTERED, form.unit(), "none on " + date, unknown(form.unit(), date)));
      return;
    }
    if (!forms.member().isEmpty() && !unit.get().owner().equals(forms.member())) {
      objections.add(
          new Objection(
              OWNER,
              form.unit(),
              forms.member(),
              "On %s its owner is %s.".formatted(date, unit.get().owner())));
    }
    if (form.terms().isEmpty() || form.terms().get() instanceof Withdrawal) {
      return;
    }
    DeclarationParameters held = version.values();
    Terms terms = form.terms().get();
    int periods = held.periodCount(date, parameters.zone());
    objections.addAll(
        new DeclarationCheck(held, unit.get(), periods).objections(terms, form.unread()));
    if (form.unread().isEmpty()) {
      objections.addAll(lastPrices.notices(market, date, forms.member(), form.unit(), terms, held));
    }
  }

  /** Of units that the account sees alone: another's is answered as one that is not there. */
  private String unknown(String id, LocalDate date) {
    List<String> own =
        units.units(date).stream()
            .filter(each -> each.owner().equals(forms.member()))
            .map(RegisteredUnit::id)
            .toList();
    Optional<String> when =
        units
            .records(id)
            .filter(each -> submission.by().scope().seesMember(each.owner()))
            .map(each -> each.words())
            .reduce((first, second) -> first + ", " + second);
    return when.map(words -> "It is registered %s.".formatted(words))
        .orElseGet(() -> NearestName.advice(id, own));
  }
}

package org.gridclear.market.rulebase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.Penalties;
import org.gridclear.market.anomaly.rule.AnomalyRuleVersions;
import org.gridclear.market.anomaly.rule.AnomalyRules;
import org.gridclear.market.anomaly.rule.AnomalyRulesReader;
import org.gridclear.market.check.CheckSet;
import org.gridclear.market.check.CheckSetReader;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.parameter.RegistryLimitRules;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.workflow.book.WorkflowBook;
import org.gridclear.market.workflow.book.WorkflowBooks;
import org.gridclear.market.workflow.book.WorkflowReader;
import org.gridclear.market.workflow.book.WorkflowText;
import org.gridclear.monitoring.catalogue.IndexCatalogues;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.settlement.registration.RegistryLimits;

/** The kinds of rules that a market has. */
public final class RuleKinds {
  /** Label of the workflows. */
  public static final String WORKFLOW = "workflow";

  /** Label of the checks of what is taken in. */
  public static final String CHECKS = "checks";

  /** Label of the parameters of declarations. */
  public static final String MARKET_PARAMETERS = ParameterRules.LABEL;

  /** Label of the rules of anomalies. */
  public static final String ANOMALIES = "anomalies";

  /** Label of the prices of relaxing constraints. */
  public static final String PENALTIES = "penalties";

  /** Label of the indices and their limits. */
  public static final String INDEX_LIMITS = "index-limits";

  /** What the book of settlement is among the pieces of a market. */
  public static final PieceVersion.Key SETTLEMENT_BOOK =
      new PieceVersion.Key("settlement-book", "");

  private RuleKinds() {}

  /** All kinds, by what they are of. */
  public static List<RuleKind> of(MarketFolder market) {
    PieceStore pieces = new PieceStore(market);
    return List.of(
        new ParameterRules(new DeclarationStore(market.database()), market.facts().zone()),
        new PieceRules(
            CHECKS,
            "What is checked of data that are taken in.",
            pieces,
            CheckSets.KEY,
            (content, name) -> CheckSetReader.write(CheckSetReader.read(content, name)),
            Optional.of(CheckSetReader.write(CheckSet.STANDARD))),
        new PieceRules(
            PENALTIES,
            "What it costs a clearing to relax a constraint.",
            pieces,
            PenaltyRules.KEY,
            (content, name) -> PenaltyRules.write(PenaltyRules.read(content, name)),
            Optional.of(PenaltyRules.write(Penalties.DEFAULT))),
        new PieceRules(
            ANOMALIES,
            "What of a result is an anomaly, and how severe.",
            pieces,
            AnomalyRuleVersions.KEY,
            (content, name) -> AnomalyRulesReader.write(AnomalyRulesReader.read(content, name)),
            Optional.of(AnomalyRulesReader.write(AnomalyRules.STANDARD))),
        new PieceRules(
            WORKFLOW,
            "What runs when, after what, and by whom.",
            pieces,
            WorkflowBooks.KEY,
            (content, name) -> WorkflowText.write(WorkflowReader.read(content, name)),
            Optional.of(WorkflowText.write(WorkflowBook.EMPTY))),
        new PieceRules(
            "registry-limits",
            "How far dates and shares of the registry may go.",
            pieces,
            RegistryLimitRules.KEY,
            (content, name) -> RegistryLimitRules.write(RegistryLimitRules.read(content, name)),
            Optional.of(RegistryLimitRules.write(RegistryLimits.STANDARD))),
        new PieceRules(
            INDEX_LIMITS,
            "Indices of the market's supervision, their limits and scores.",
            pieces,
            IndexCatalogues.KEY,
            RuleKinds::indices,
            Optional.of(IndexCatalogues.standardText())),
        new PieceRules(
            "settlement-book",
            "Items and formulas of bills; exported with the registry of a month.",
            pieces,
            SETTLEMENT_BOOK,
            RuleKinds::book,
            Optional.of(RuleBookReader.defaultText().getBytes(StandardCharsets.UTF_8))));
  }

  private static byte[] indices(byte[] content, String name) {
    IndexCatalogues.check(content, name);
    return content;
  }

  /** A book is kept as it was written, since its text is what settlement seals. */
  private static byte[] book(byte[] content, String name) {
    RuleBookReader.read(new String(content, StandardCharsets.UTF_8), name);
    return content;
  }
}

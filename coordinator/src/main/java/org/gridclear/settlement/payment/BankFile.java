package org.gridclear.settlement.payment;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.gridclear.quantity.FixedPoint;

/**
 * Files of a bank: CSV, and the parts of ISO 20022 that payments need: {@code pain.001.001.03} out,
 * {@code camt.053.001.02} in (docs/settlement-process.md).
 */
public final class BankFile {
  private static final String IN = "reference,value,member,yuan,direction";
  private static final String OUT = "reference,member,name,account,yuan,currency";
  private static final int CELLS = 5;
  private static final String PAIN = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03";
  private static final int NAME_MOST = 140;
  private static final int ACCOUNT_MOST = 34;
  private static final Pattern NOT_IN_XML = Pattern.compile("\\p{Cntrl}");
  private static final long FEN = 10;
  private static final String BOOKED = "BOOK";
  private static final String TRANSACTION = "NtryDtls/TxDtls";

  /** What is kept of an entry beside its texts: no path has such a name. */
  private static final String AMOUNT_CURRENCY = "Amt Ccy";

  private static final String FIRST_TRANSACTION = "first transaction";
  private static final String SECOND_TRANSACTION = "second transaction";

  private BankFile() {}

  /**
   * A payment to be made.
   *
   * @param reference what the bank gives back as end-to-end reference
   * @param member the member
   * @param name its name
   * @param account its account; "" where it is not known
   * @param milliYuan amount in whole 0.01 yuan, 0.001 yuan
   */
  public record Order(
      String reference, String member, String name, String account, long milliYuan) {}

  /** The part of an amount that a bank can pay: whole 0.01 yuan; the rest stays open. */
  static long payable(long milliYuan) {
    return milliYuan / FEN * FEN;
  }

  /**
   * What a bank booked.
   *
   * @param received what members paid
   * @param paid what the exchange paid
   */
  public record Statement(List<PaymentDesk.BankLine> received, List<PaymentDesk.BankLine> paid) {
    public Statement {
      received = List.copyOf(received);
      paid = List.copyOf(paid);
    }
  }

  /** What a file says so far: lines that can be read, and what is wrong with the others. */
  private record Draft(
      List<PaymentDesk.BankLine> received, List<PaymentDesk.BankLine> paid, List<String> wrong) {
    Draft() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(boolean in, String place, String reference, String member, String yuan, String value) {
      try {
        (in ? received : paid)
            .add(
                new PaymentDesk.BankLine(
                    reference,
                    member,
                    FixedPoint.parse("amount", yuan, FixedPoint.YUAN_DECIMALS),
                    LocalDate.parse(value)));
      } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
        wrong.add("%s: %s".formatted(place, e.getMessage()));
      }
    }

    Statement done() {
      if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(String.join("\n", wrong));
      }
      return new Statement(received, paid);
    }
  }

  /**
   * Reads what a bank booked, CSV or camt.053.
   *
   * @param currency money of the market, such as CNY
   * @param members ids of all members that there are, by which a text of a camt.053 names one; they
   *     are not asked for of a CSV
   * @throws IllegalArgumentException if it is neither, with every line or entry that cannot be read
   *     or is not money that was booked
   */
  public static Statement read(byte[] content, String currency, Supplier<Set<String>> members) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.stripLeading().startsWith("<") ? camt(content, currency, members.get()) : csv(text);
  }

  private static Statement csv(String text) {
    List<String> rows = text.lines().toList();
    if (rows.isEmpty() || !rows.get(0).equals(IN)) {
      throw new IllegalArgumentException("A file of a bank begins with the line " + IN + ".");
    }
    Draft draft = new Draft();
    for (int r = 1; r < rows.size(); r++) {
      List<String> cells = Arrays.asList(rows.get(r).split(",", -1));
      if (cells.size() != CELLS || !cells.get(4).matches("in|out")) {
        draft.wrong().add("Line %d must have five cells, the last in or out.".formatted(r + 1));
        continue;
      }
      String place = "line " + (r + 1);
      boolean in = cells.get(4).equals("in");
      draft.add(in, place, cells.get(0), cells.get(2), cells.get(3), cells.get(1));
    }
    return draft.done();
  }

  /**
   * Entries of a camt.053: reference AcctSvcrRef, value ValDt/Dt, amount Amt, direction CdtDbtInd,
   * member the id that RmtInf/Ustrd begins with ({@link RemittanceText}).
   */
  private static Statement camt(byte[] content, String currency, Set<String> members) {
    Draft draft = new Draft();
    try {
      XMLInputFactory factory = XMLInputFactory.newFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
      boolean statement = false;
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
          statement |= reader.getLocalName().equals("BkToCstmrStmt");
          if (reader.getLocalName().equals("Ntry")) {
            entry(reader, draft, currency, members);
          }
        }
      }
      if (!statement) {
        throw new IllegalArgumentException("The XML is no camt.053: it has no BkToCstmrStmt.");
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("The XML cannot be read: " + e.getMessage(), e);
    }
    return draft.done();
  }

  private static void entry(
      XMLStreamReader reader, Draft draft, String currency, Set<String> members)
      throws XMLStreamException {
    Map<String, String> texts = texts(reader);
    String reference = texts.getOrDefault("AcctSvcrRef", "");
    String words = texts.getOrDefault("NtryDtls/TxDtls/RmtInf/Ustrd", "");
    String way = texts.getOrDefault("CdtDbtInd", "");
    if (!way.matches("CRDT|DBIT")) {
      draft.wrong().add("Entry %s: CdtDbtInd (%s) must be CRDT or DBIT.".formatted(reference, way));
      return;
    }
    List<String> unfit = unfit(texts, currency);
    if (!unfit.isEmpty()) {
      draft.wrong().add("Entry %s: %s".formatted(reference, String.join(" ", unfit)));
      return;
    }
    String member;
    try {
      member = RemittanceText.member(words, members);
    } catch (IllegalArgumentException e) {
      draft.wrong().add("Entry %s: %s".formatted(reference, e.getMessage()));
      return;
    }
    draft.add(
        way.equals("CRDT"),
        "Entry " + reference,
        reference,
        member,
        texts.getOrDefault("Amt", ""),
        texts.getOrDefault("ValDt/Dt", ""));
  }

  /** Why an entry is not the money of one member that was booked, in sentences. */
  private static List<String> unfit(Map<String, String> texts, String currency) {
    List<String> unfit = new ArrayList<>();
    String in = texts.getOrDefault(AMOUNT_CURRENCY, "");
    if (!in.equals(currency)) {
      unfit.add("Its amount is in '%s', and the market's money is %s.".formatted(in, currency));
    }
    String status = texts.getOrDefault("Sts/Cd", texts.getOrDefault("Sts", BOOKED));
    if (!status.equals(BOOKED)) {
      unfit.add("Its state (Sts) is %s, and only what is BOOK was booked.".formatted(status));
    }
    if (texts.getOrDefault("RvslInd", "false").matches("true|1")) {
      unfit.add("It takes another entry back (RvslInd), which is not known here: leave both out.");
    }
    if (texts.containsKey(SECOND_TRANSACTION)) {
      unfit.add("It is of several transactions (TxDtls): an entry is of one member.");
    }
    return unfit;
  }

  /** The first text of every path below an entry, and whether it is of several transactions. */
  private static Map<String, String> texts(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> texts = new HashMap<>();
    List<String> path = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      int kind = reader.next();
      if (kind == XMLStreamConstants.START_ELEMENT) {
        path.add(reader.getLocalName());
        text.setLength(0);
        String at = String.join("/", path);
        if (at.equals("Amt")) {
          texts.putIfAbsent(
              AMOUNT_CURRENCY,
              Objects.requireNonNullElse(reader.getAttributeValue(null, "Ccy"), ""));
        } else if (at.equals(TRANSACTION) && texts.putIfAbsent(FIRST_TRANSACTION, "") != null) {
          texts.put(SECOND_TRANSACTION, "");
        }
      } else if (kind == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      } else if (kind == XMLStreamConstants.END_ELEMENT) {
        if (path.isEmpty()) {
          return texts;
        }
        texts.putIfAbsent(String.join("/", path), text.toString().strip());
        path.remove(path.size() - 1);
        text.setLength(0);
      }
    }
  }

  /** Orders as CSV. */
  public static byte[] csv(List<Order> orders, String currency) {
    StringBuilder text = new StringBuilder(OUT).append('\n');
    for (Order order : orders) {
      text.append(
          String.join(
              ",",
              order.reference(),
              order.member(),
              cell(order.name()),
              cell(order.account()),
              FixedPoint.format(order.milliYuan(), FixedPoint.YUAN_DECIMALS),
              currency));
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /**
   * Orders as pain.001.
   *
   * @param payer name of the exchange
   * @param payerAccount its account
   * @param at time of the message
   * @param execution day on which the bank is to pay, by the market's calendar
   * @throws IllegalArgumentException if the account of a member is not known, a name or an account
   *     has no place in the format, or there is nothing to pay: the format wants a payment
   */
  public static byte[] pain(
      List<Order> orders,
      String currency,
      String payer,
      String payerAccount,
      Instant at,
      LocalDate execution) {
    requireFit(orders, payer, payerAccount);
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace(PAIN);
      xml.writeStartElement("CstmrCdtTrfInitn");
      String id = "GC" + at.toEpochMilli();
      BigDecimal sum =
          orders.stream().map(BankFile::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      xml.writeStartElement("GrpHdr");
      leaf(xml, "MsgId", id);
      leaf(xml, "CreDtTm", at.toString());
      leaf(xml, "NbOfTxs", Integer.toString(orders.size()));
      leaf(xml, "CtrlSum", sum.toPlainString());
      within(xml, List.of("InitgPty"), "Nm", payer);
      xml.writeEndElement();
      xml.writeStartElement("PmtInf");
      leaf(xml, "PmtInfId", id);
      leaf(xml, "PmtMtd", "TRF");
      leaf(xml, "ReqdExctnDt", execution.toString());
      within(xml, List.of("Dbtr"), "Nm", payer);
      within(xml, List.of("DbtrAcct", "Id", "Othr"), "Id", payerAccount);
      within(xml, List.of("DbtrAgt", "FinInstnId", "Othr"), "Id", "NOTPROVIDED");
      for (Order order : orders) {
        transfer(xml, order, currency);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void requireFit(List<Order> orders, String payer, String payerAccount) {
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to pay, and pain.001 wants a payment.");
    }
    List<String> wrong = new ArrayList<>();
    List<String> without =
        orders.stream().filter(each -> each.account().isBlank()).map(Order::member).toList();
    if (!without.isEmpty()) {
      wrong.add("No bank account is registered of %s.".formatted(String.join(", ", without)));
    }
    fit("The exchange", payer, payerAccount, wrong);
    orders.forEach(each -> fit(each.member(), each.name(), each.account(), wrong));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
  }

  private static void fit(String who, String name, String account, List<String> wrong) {
    if (name.length() > NAME_MOST || account.length() > ACCOUNT_MOST) {
      wrong.add(
          "%s: pain.001 has room for a name of %d and an account of %d characters."
              .formatted(who, NAME_MOST, ACCOUNT_MOST));
    }
    if (NOT_IN_XML.matcher(name + account).find()) {
      wrong.add("%s: its name or account has control characters.".formatted(who));
    }
  }

  private static BigDecimal amount(Order order) {
    return BigDecimal.valueOf(order.milliYuan() / FEN, 2);
  }

  private static void transfer(XMLStreamWriter xml, Order order, String currency)
      throws XMLStreamException {
    xml.writeStartElement("CdtTrfTxInf");
    within(xml, List.of("PmtId"), "EndToEndId", order.reference());
    xml.writeStartElement("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", currency);
    xml.writeCharacters(amount(order).toPlainString());
    xml.writeEndElement();
    xml.writeEndElement();
    within(xml, List.of("Cdtr"), "Nm", order.name());
    within(xml, List.of("CdtrAcct", "Id", "Othr"), "Id", order.account());
    within(xml, List.of("RmtInf"), "Ustrd", order.member() + " " + order.reference());
    xml.writeEndElement();
  }

  private static void leaf(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void within(XMLStreamWriter xml, List<String> around, String name, String text)
      throws XMLStreamException {
    for (String each : around) {
      xml.writeStartElement(each);
    }
    leaf(xml, name, text);
    for (int i = 0; i < around.size(); i++) {
      xml.writeEndElement();
    }
  }
}

package org.gridclear.web.why;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.gridclear.clearing.explain.CaseExplanation;

/**
 * Why, of a case.
 *
 * @param currency what money is counted in
 * @param why the explanation
 */
record ExplainedFigure(String currency, @JsonUnwrapped CaseExplanation why) {}

/** Commands of the rules of a market. */
package org.gridclear.cli.rulebase;

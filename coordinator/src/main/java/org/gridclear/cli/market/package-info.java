/**
 * Commands of cases and studies: validate, show, clear, study, compare, explain, import, export.
 */
package org.gridclear.cli.market;

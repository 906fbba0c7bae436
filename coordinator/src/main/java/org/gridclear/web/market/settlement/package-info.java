/** The settlement process over HTTP (docs/settlement-process.md). */
package org.gridclear.web.market.settlement;

/** Results for people: tables, CSV, JSON, HTML. Formats what runs found; computes nothing. */
package org.gridclear.report;

package dev.parley.app.http;

import dev.parley.app.json.JsonObject;
import dev.parley.ports.in.ConnectionReport;
import dev.parley.ports.spi.SelfCheck.Finding;

/** How a connection was found to be, as JSON. */
final class ConnectionReportJson {

    private ConnectionReportJson() {}

    static JsonObject write(ConnectionReport report) {
        return new JsonObject().put("ok", report.ok())
                .put("findings", report.findings().stream().map(ConnectionReportJson::write).toList())
                .put("checkedAt", report.checkedAt());
    }

    private static JsonObject write(Finding finding) {
        return new JsonObject().put("point", Formats.word(finding.point()))
                .put("grade", Formats.word(finding.grade()))
                .put("number", finding.number())
                .put("detail", finding.detail());
    }
}

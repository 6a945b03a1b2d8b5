package org.volans.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * What Surefire wrote of a project's tests.
 *
 * @param names of the tests that ran, without their parameters
 */
record Reports(List<String> names, int failures, int skipped) {

    /** Of all test classes below a folder. */
    static Reports of(Path folder) throws Exception {
        List<String> names = new ArrayList<>();
        int failures = 0;
        int skipped = 0;
        List<Path> reports;
        try (Stream<Path> files = Files.walk(folder)) {
            reports = files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .toList();
        }
        for (Path report : reports) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            failures +=
                    Integer.parseInt(suite.getAttribute("failures")) + Integer.parseInt(suite.getAttribute("errors"));
            skipped += Integer.parseInt(suite.getAttribute("skipped"));
            var cases = suite.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                names.add(((Element) cases.item(i)).getAttribute("name").replaceFirst("[({].*", ""));
            }
        }
        return new Reports(names, failures, skipped);
    }
}

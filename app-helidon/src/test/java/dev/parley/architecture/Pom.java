package dev.parley.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a module tells Maven.
 *
 * @param project the root of its file
 */
record Pom(Element project) {

    /**
     * Another module or library.
     *
     * @param group whose
     * @param artifact which
     * @param scope where it is seen; {@code compile} when nothing is said
     */
    record Dependency(String group, String artifact, String scope) {}

    static Pom parse(String xml) {
        try {
            var bytes = new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
            return new Pom(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(bytes).getDocumentElement());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("no pom", e);
        }
    }

    /** Those of its profiles too. */
    List<Dependency> dependencies() {
        return elements(project, "dependency").map(
                d -> new Dependency(text(d, "groupId", ""), text(d, "artifactId", ""), text(d, "scope", "compile"))).toList();
    }

    /** The artifact that it inherits from. */
    String parent() {
        return elements(project, "parent").findFirst().map(parent -> text(parent, "artifactId", "")).orElse("");
    }

    private static Stream<Element> elements(Element under, String name) {
        NodeList found = under.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static String text(Element under, String name, String otherwise) {
        return elements(under, name).findFirst().map(element -> element.getTextContent().strip()).orElse(otherwise);
    }
}

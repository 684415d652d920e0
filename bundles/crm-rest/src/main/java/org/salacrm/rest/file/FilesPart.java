package org.salacrm.rest.file;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.file.Files;
import org.salacrm.rest.Answers;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.RecordPart;
import org.salacrm.rest.record.Slices;
import org.salacrm.rest.record.Wire;

/** Files kept with a record. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class FilesPart implements RecordPart {
    private final Files files;

    @Activate
    public FilesPart(@Reference Files files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "files";
    }

    @GET
    public Response list(@PathParam("entity") String entity, @PathParam("id") String id) {
        Map<String, List<Files.Stored>> versions = files.of(entity, Wire.id(entity, id)).stream()
                .sorted(Comparator.comparingLong(Files.Stored::id).reversed())
                .collect(Collectors.groupingBy(
                        file -> file.name().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        return Answers.json(new Shape()
                .with("items", versions.values().stream().map(FilesPart::file).toList()));
    }

    /** The newest version of a file with the older ones: a file of the same name is a new version of it. */
    private static Shape file(List<Files.Stored> versions) {
        List<Shape> older = versions.stream().skip(1).map(FilesPart::shape).toList();
        return shape(versions.get(0)).some("versions", older);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("entity") String entity, @PathParam("id") String id, MultipartBody form) {
        Upload upload = Upload.of(form);
        return Answers.created(shape(files.attach(entity, Wire.id(entity, id), upload.name(), upload.content())));
    }

    private static Shape shape(Files.Stored file) {
        return new Shape()
                .id("id", file.id())
                .with("name", file.name())
                .with("size", file.size())
                .with("type", file.type())
                .with("at", file.at())
                .with("by", Slices.person(file.by()));
    }
}

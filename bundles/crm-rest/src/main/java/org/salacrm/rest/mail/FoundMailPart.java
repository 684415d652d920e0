package org.salacrm.rest.mail;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.salacrm.api.mail.FoundMail;
import org.salacrm.api.query.Ref;
import org.salacrm.rest.Answers;
import org.salacrm.rest.file.Upload;
import org.salacrm.rest.json.Shape;
import org.salacrm.rest.record.RecordPart;
import org.salacrm.rest.record.Wire;

/** The file of an e-mail that becomes a message in the timeline of a record. */
@Component
@Produces(MediaType.APPLICATION_JSON)
public final class FoundMailPart implements RecordPart {
    private final FoundMail mail;

    @Activate
    public FoundMailPart(@Reference FoundMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "mail";
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response take(@PathParam("entity") String entity, @PathParam("id") String id, MultipartBody form) {
        Upload upload = Upload.of(form);
        Ref about = new Ref(entity, Wire.id(entity, id), "");
        return Answers.created(new Shape()
                .id("id", mail.take(about, upload.name(), upload.content()).id()));
    }
}

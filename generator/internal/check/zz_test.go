package check
import "testing"
func TestZZ(t *testing.T){ for _,r:=range Rules(){ if r.ID=="mixed-date-order"{ s:=read(complete(r.Wrong)); t.Log(string(print(Run(s,Options{})))); for _,w:=range newPass(s,today()).weeks{ t.Log(w.Order,w.Reason); for _,d:=range w.dates(){t.Logf("%+v",*d)}}}}}

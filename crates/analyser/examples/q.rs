//! x
use kafferum_analyser::*;
fn main(){
 let a=Analyser::bundled();
 for f in std::env::args().skip(1) {
  let l= if f.contains("-fi"){Language::Finnish}else if f.contains("-sv"){Language::Swedish}else if f.contains("-en"){Language::English}else if f.contains("-ru"){Language::Russian}else{Language::Estonian};
  for g in quality::measure(&a,l,&std::fs::read_to_string(&f).unwrap()).unwrap(){
   println!("{l:?} {:?} n={} close R {:.1} P {:.1}  all R {:.1} P {:.1}",g.kind,g.queries,g.close.recall*100.,g.close.precision*100.,g.all.recall*100.,g.all.precision*100.);
   if std::env::var("MISS").is_ok(){ for m in g.misses {println!("  {m}");} }
  }
 }
}

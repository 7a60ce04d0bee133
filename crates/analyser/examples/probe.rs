use kafferum_analyser::*;
use std::ops::ControlFlow;
fn main(){
 let t0=std::time::Instant::now();
 let t=Transducer::new(&include_bytes!("../dictionaries/fi/mor.vfst")[..]).unwrap();
 eprintln!("load {:?}",t0.elapsed());
 let t0=std::time::Instant::now();
 let mut n=0;
 for w in std::io::stdin().lines(){ let w=w.unwrap(); n+=1;
  let ids:Option<Vec<u16>>=w.to_lowercase().chars().map(|c|t.letter(c)).collect();
  let Some(ids)=ids else{continue};
  t.walk(&mut Exactly(&ids),Limit{steps:100000,depth:1000},|_,o|{
   let s:String=o.iter().map(|i|match t.symbol(*i){Some(Symbol::Letter(c))=>c.to_string(),Some(Symbol::Tag(t))=>t.to_string(),_=>String::new()}).collect();
   println!("{w}\t{s}"); ControlFlow::Continue(())});
 }
 eprintln!("{n} words {:?}",t0.elapsed());
}
